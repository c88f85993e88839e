// "Leave this site quickly": a plain link without script. With script it covers the page at once, and Back does not
// return to it. It does not erase history, and the page says so beside it.

let covered = false;

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.exit");
  if (!link) return;
  event.preventDefault();
  for (const part of document.body.children) part.hidden = true;
  covered = true;
  window.location.replace(link.href);
});

// A page that comes back from the browser's memory must not stay covered.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && covered) window.location.reload();
});
