navigation.addEventListener('navigate', (event) => {
  if (new URL(event.destination.url).origin === location.origin) return;
  window.wanted = {url: event.destination.url, type: event.navigationType, saw: document.body.innerText.trim()};
  event.preventDefault();
})
