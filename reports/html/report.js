// The page is whole without this: it adds finding, choosing, sorting, opening all, copying.
(function () {
  "use strict";
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));

  // Tables that are laid out as blocks keep what they are for those who do not see them.
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  all("table, thead, tbody, tr, td, th").forEach((part) => {
    const role = part.tagName === "TH" ? (part.scope === "row" ? "rowheader" : "columnheader") : roles[part.tagName];
    part.setAttribute("role", role);
  });
  all("[data-js]").forEach((part) => { part.hidden = false; });

  const buttons = [];
  all(".roster").forEach((roster) => {
    const table = roster.querySelector("table");
    const people = all(":scope > tbody", table);
    const heads = all(":scope > thead th", table);
    const search = roster.querySelector("input[type=search]");
    const status = roster.querySelector(".status");

    const show = () => {
      const words = search.value.trim().toLowerCase();
      const chosen = roster.querySelector("input[type=radio]:checked").value;
      let shown = 0;
      people.forEach((person) => {
        const fits = chosen === "all" || person.dataset.v === chosen || (chosen === "look" && person.dataset.look);
        const found = !words || person.rows[0].cells[0].textContent.toLowerCase().includes(words);
        person.hidden = !(fits && found);
        if (!person.hidden) shown += 1;
      });
      status.textContent = "Showing " + shown + " of " + people.length;
    };
    search.addEventListener("input", show);
    all("input[type=radio]", roster).forEach((choice) => choice.addEventListener("change", show));

    heads.forEach((head, column) => {
      const button = document.createElement("button");
      const isNumber = Boolean(head.dataset.number);
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      buttons.push([head, button]);
      const key = (person) => {
        const text = person.rows[0].cells[column].textContent.trim();
        if (!isNumber) return text.toLowerCase();
        const number = parseFloat(text.replace(/,/g, ""));
        return Number.isNaN(number) ? -1 : number;
      };
      button.addEventListener("click", () => {
        const before = head.getAttribute("aria-sort");
        const rising = before ? before === "descending" : !isNumber;
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", rising ? "ascending" : "descending");
        const order = (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) * (rising ? 1 : -1);
        people.map((person) => ({ key: key(person), person }))
          .sort(order)
          .forEach((one) => table.appendChild(one.person));
        status.textContent = "Sorted by " + button.textContent + (rising ? ", lowest first" : ", highest first");
      });
    });

    const openAll = roster.querySelector(".open-all");
    openAll.addEventListener("click", () => {
      const open = openAll.getAttribute("aria-pressed") !== "true";
      openAll.setAttribute("aria-pressed", String(open));
      all("tbody:not([hidden]) details", table).forEach((part) => { part.open = open; });
    });
  });

  all("button.copy").forEach((button) => {
    const words = button.textContent;
    button.addEventListener("click", () => {
      const items = all("li", document.getElementById(button.dataset.copy));
      const text = items.map((item, number) => number + 1 + ". " + item.firstChild.textContent.trim()).join("\n");
      const told = (answer) => {
        button.textContent = answer;
        setTimeout(() => { button.textContent = words; }, 2000);
      };
      if (!navigator.clipboard) return told("Select and copy by hand");
      navigator.clipboard.writeText(text).then(() => told("Copied"), () => told("Select and copy by hand"));
    });
  });

  // A link to a person opens that person.
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const details = target && target.tagName === "TBODY" && target.querySelector("details");
    if (!details) return;
    target.hidden = false;
    details.open = true;
  };
  addEventListener("hashchange", open);
  open();

  // On paper everything is open, and heads repeat, which a button in them would keep them from.
  let closed = [];
  addEventListener("beforeprint", () => {
    buttons.forEach(([head, button]) => head.replaceChildren(button.textContent));
    closed = all("details:not([open])");
    closed.forEach((part) => { part.open = true; });
  });
  addEventListener("afterprint", () => {
    buttons.forEach(([head, button]) => head.replaceChildren(button));
    closed.forEach((part) => { part.open = false; });
  });
})();
