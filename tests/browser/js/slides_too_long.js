// Goes through the slides and their pages: what does not fit on the screen, the first page of each, and all text that was shown.
() => {
  const [back, next] = ["-1", "1"].map((by) => document.querySelector(`[data-step="${by}"]`));
  while (!back.disabled) back.click();
  const bar = document.querySelector(".steps-bar");
  const found = { slides: 0, pages: 0, tooLong: [], shown: [] };
  let last = null;
  for (;;) {
    const slide = [...document.querySelectorAll("[data-slide]")].find((one) => one.checkVisibility());
    const [box, below] = [slide.getBoundingClientRect(), bar.getBoundingClientRect()];
    found.pages += 1;
    found.slides += slide === last ? 0 : 1;
    last = slide;
    found.shown.push(slide.innerText);
    const fits = box.top >= 0 && box.bottom <= below.top + 1 && below.bottom <= innerHeight + 1 && scrollY === 0;
    if (!fits || document.documentElement.scrollWidth > innerWidth) found.tooLong.push(slide.innerText.slice(0, 80));
    if (next.disabled) return found;
    next.click();
  }
}
