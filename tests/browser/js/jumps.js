// Chromium's own measure of what moved without the reader: how much of the screen, how far, and what.
() => new Promise((resolve) => {
  const found = [];
  const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  const tell = () => resolve(found.map(({ value, sources }) => [
    value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.textContent),
  ]));
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(tell, 100)));
})
