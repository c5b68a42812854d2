// Makes pages live: asks for the page's own part every few seconds and changes only what differs, so that focus,
// open sections and half-written forms stay as they are. Without it every page works by reloading.
(() => {
  "use strict";
  const main = document.getElementById("main");
  const news = document.getElementById("news");
  const lost = document.getElementById("lost");
  const every = Number(main?.dataset.live || 0) * 1000;
  let tag = null, failures = 0, timer = 0, quick = 8, heard = newsOf(main);

  function newsOf(root) {
    const node = root?.querySelector("[data-news]");
    return node ? { key: node.dataset.news, text: node.textContent } : null;
  }

  const keyOf = (node) => (node.nodeType === 1 ? node.id || node.getAttribute("data-key") : "") || "";

  function attributes(from, to) {
    for (const { name } of [...from.attributes]) {
      if (!to.hasAttribute(name) && !(from.tagName === "DETAILS" && name === "open")) from.removeAttribute(name);
    }
    for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }

  // A form that somebody has touched keeps its fields; only its hidden token is renewed.
  function touched(form) {
    if (form.contains(document.activeElement) && document.activeElement.tagName !== "BUTTON") return true;
    return [...form.elements].some((e) => e.type !== "hidden" && ("defaultValue" in e
      ? e.value !== e.defaultValue
      : e.tagName === "SELECT" && [...e.options].some((o) => o.selected !== o.defaultSelected) && e.selectedIndex > 0));
  }

  function morph(from, to) {
    if (from.isEqualNode(to)) return;
    if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName) { from.replaceWith(to); return; }
    if (from.nodeType !== 1) { if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue; return; }
    if (from.tagName === "FORM" && touched(from)) return;
    attributes(from, to);
    children(from, to);
  }

  function children(from, to) {
    const known = new Map();
    for (const child of from.childNodes) if (keyOf(child)) known.set(keyOf(child), child);
    let at = from.firstChild;
    for (const wanted of [...to.childNodes]) {
      const key = keyOf(wanted);
      const match = key ? known.get(key) : null;
      if (match && match !== at) from.insertBefore(match, at);
      else if (!match && (!at || (keyOf(at) && known.has(keyOf(at))) || at.nodeName !== wanted.nodeName || key)) {
        from.insertBefore(wanted, at);
        continue;
      }
      const here = match || at;
      const next = here.nextSibling;
      known.delete(key);
      morph(here, wanted);
      at = next;
    }
    while (at) { const next = at.nextSibling; at.remove(); at = next; }
  }

  async function look() {
    timer = 0;
    if (document.hidden) return;
    try {
      const headers = { "X-Part": "main" };
      if (tag) headers["If-None-Match"] = tag;
      const answer = await fetch(location.pathname + location.search, { headers, cache: "no-store", redirect: "error", signal: AbortSignal.timeout(20000) });
      if (answer.status === 200) {
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body;
        children(main, fresh);
        tag = answer.headers.get("ETag");
        const heardNow = newsOf(main);
        if (heardNow && heardNow.key !== heard?.key) news.textContent = heardNow.text;
        heard = heardNow;
      } else if (answer.status !== 304) throw new Error(String(answer.status));
      failures = 0;
      lost.hidden = true;
    } catch {
      failures++;
      if (failures > 1) { lost.textContent = main.dataset.lost; lost.hidden = false; }
    }
    plan();
  }

  function plan() {
    // What was just said takes effect within a second or two: whoever said it should not wait for the next turn.
    const soon = quick > 0 && main.querySelector(".receipt.waiting");
    if (soon) quick--;
    if (!timer) timer = setTimeout(look, soon ? 700 : Math.min(every * 2 ** Math.min(failures, 4), 60000));
  }

  if (every > 0 && window.fetch) {
    document.addEventListener("visibilitychange", () => { if (!document.hidden) { clearTimeout(timer); timer = 0; look(); } });
    plan();
  }

  // A link to a closed section opens it.
  const named = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named && named.tagName === "DETAILS") { named.open = true; named.scrollIntoView(); }

  // A second click while the first is on its way would only make people wonder.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 5000);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const menu of document.querySelectorAll("details.more[open]")) { menu.open = false; menu.firstElementChild.focus(); }
  });
})();
