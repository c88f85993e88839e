// Writes down what the live regions say.
() => {
  window.heard = [];
  for (const region of document.querySelectorAll("[role=status], [role=alert], [aria-live]")) {
    const say = () => region.checkVisibility() && window.heard.push(`${region.role} ${region.innerText.trim()}`);
    new MutationObserver(say).observe(
      region, { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ["hidden"] });
  }
}
