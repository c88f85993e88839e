// The links of a page that lead to another page in the same tab and do not ask. What is asked is closed again.
(free) => {
  const box = document.querySelector("[data-leave-page]");
  const leads = (link) =>
    /^https?:/.test(link.protocol) && !link.target && !link.matches(`.exit, ${free}`) && !box.contains(link);
  const asks = (link) => {
    const event = new MouseEvent("click", { bubbles: true, cancelable: true });
    for (let fold = link.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    link.dispatchEvent(event);
    const asked = event.defaultPrevented && !box.hidden;
    box.querySelector("button").click();
    return asked;
  };
  const links = [...document.querySelectorAll("main [data-view]:not([hidden]) a[href], body > :not(main) a[href]")].filter(leads);
  return { links: links.length, silent: links.filter((link) => !asks(link)).map((link) => link.outerHTML) };
}
