// Takes out of a page what is no landmark, holds none and names none: to describe a long page takes longer than all else.
() => {
  const kept = new Set();
  const keep = (one) => {
    for (let each = one; each && !kept.has(each); each = each.parentElement) kept.add(each);
  };
  document.querySelectorAll("header, nav, main, section, aside, footer, form, [role]").forEach(keep);
  for (const one of document.querySelectorAll("[aria-labelledby]")) {
    for (const id of one.getAttribute("aria-labelledby").split(/\s+/)) {
      const name = document.getElementById(id);
      if (name) [name, ...name.querySelectorAll("*")].forEach(keep);
    }
  }
  for (const one of document.body.querySelectorAll("*")) {
    if (!kept.has(one) && kept.has(one.parentElement)) one.remove();
  }
}
