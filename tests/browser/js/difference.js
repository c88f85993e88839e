// Nothing, or the words around the first place where two results are not the same.
(...results) => {
  const plain = (result) => {
    for (const only of result.querySelectorAll("[data-only]")) only.remove();
    return result.outerHTML.replace(/>\s+/g, ">").replace(/\s+</g, "<").replace(/\s+/g, " ");
  };
  const [server, device] = results.map(plain);
  if (server === device) return null;
  let at = 0;
  while (server[at] === device[at]) at += 1;
  const around = [Math.max(0, at - 150), at + 150];
  return [server.slice(...around), device.slice(...around)];
}
