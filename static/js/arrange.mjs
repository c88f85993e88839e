// Arranges today's warnings of a result: the twin of guide/engine/arrangement.py.

/**
 * @typedef {import("./rules.mjs").Outcome} Outcome
 * The articles of each group, in page order; `skipped` by the first question that was skipped.
 * @typedef {{ held: HTMLElement[], open: HTMLElement[], fits: HTMLElement[], everyone: HTMLElement[], mayFit: HTMLElement[],
 *   oldOrders: HTMLElement[], skipped: Record<string, HTMLElement[]> }} Arrangement
 */

const OPEN = 4; // warnings whose first words are in sight, those for people who are held included

/** @type {(articles: HTMLElement[], outcomeFor: (article: HTMLElement) => Outcome | null) => Arrangement} */
export function arrange(articles, outcomeFor) {
  /** @type {Arrangement} */
  const groups = { held: [], open: [], fits: [], everyone: [], mayFit: [], oldOrders: [], skipped: {} };
  for (const article of articles) {
    const outcome = outcomeFor(article);
    if (!outcome) continue;
    const { kind, because, skipped } = outcome;
    if (kind === "depends") groups.mayFit.push(article);
    else if (kind === "not-said" && "oldOrder" in article.dataset) groups.oldOrders.push(article);
    else if (kind === "not-said") groups.skipped[skipped[0]] = [...(groups.skipped[skipped[0]] || []), article];
    else if ("held" in article.dataset) groups.held.push(article);
    else if (!Object.keys(because).length) groups.everyone.push(article);
    else groups.fits.push(article);
  }
  groups.open = groups.fits.splice(0, Math.max(OPEN - groups.held.length, 0));
  return groups;
}
