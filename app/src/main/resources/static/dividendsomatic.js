// What the pages do beyond links and forms. Every page works without it.
"use strict";
(() => {
  document.documentElement.classList.add("js");
  const drawer = document.getElementById("drawer");

  // What shows that a request comes from this page; there is none where nobody has to log in.
  const csrf = document.querySelector("meta[name=csrf]")?.content;
  const ours = csrf ? { "X-CSRF-TOKEN": csrf } : {};
  document.body.addEventListener("htmx:configRequest", event => Object.assign(event.detail.headers, ours));

  // A figure tells where it comes from beside the page; without scripts its link is a page.
  document.addEventListener("click", event => {
    const link = event.target.closest("a.figure");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) {
      return;
    }
    event.preventDefault();
    const body = document.getElementById("drawer-body");
    body.replaceChildren();
    drawer.showModal();
    window.htmx.ajax("GET", link.href, { target: body, swap: "innerHTML" }).then(() => body.focus());
  });
  drawer?.addEventListener("click", event => {
    if (event.target === drawer) {
      drawer.close();
    }
  });

  // Forms that need no button.
  document.addEventListener("change", event => {
    const form = event.target.closest("form[data-auto]");
    if (form && form.reportValidity()) {
      form.requestSubmit();
    }
  });
  // An empty field says nothing; the address stays short.
  document.addEventListener("submit", event => {
    if (event.target.method === "get") {
      for (const field of event.target.elements) {
        if (field.name && field.value === "") {
          field.disabled = true;
        }
      }
    }
  });

  // The arrow keys step through the days, where nothing else wants them.
  document.addEventListener("keydown", event => {
    const busy = event.target.closest("input, select, textarea, .scroll, dialog, pre, summary");
    if (busy || drawer?.open || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const side = { ArrowLeft: "left", ArrowRight: "right" }[event.key];
    const key = side && (event.shiftKey ? "shift+" : "") + side;
    const link = key && document.querySelector(`a[data-key="${key}"]`);
    if (link) {
      event.preventDefault();
      link.click();
    }
  });

  // Several files at once, each with its own verdict as it comes.
  for (const form of document.querySelectorAll("form[data-drop]")) {
    const input = form.querySelector("input[type=file]");
    const list = form.querySelector(".progress");
    const lines = new Map();
    const line = name => {
      if (!lines.has(name)) {
        const item = document.createElement("li");
        item.append(document.createElement("b"), document.createElement("span"));
        item.firstChild.textContent = name;
        list.append(item);
        lines.set(name, item);
      }
      return lines.get(name).lastChild;
    };
    const tell = entry => {
      const words = { PARSED: form.dataset.taken, REJECTED: form.dataset.refused };
      const state = line(entry.name);
      const rows = entry.rows ?? entry;
      state.className = "status " + entry.status;
      state.textContent = `${words[entry.status] ?? form.dataset.reading}: ${rows.parsed} + ${rows.rejected} + ${rows.ignored} = ${rows.total}`;
    };
    const send = async file => {
      const state = line(file.name);
      state.textContent = form.dataset.reading;
      const data = new FormData();
      data.append("file", file);
      const account = form.elements.account.value;
      const address = "/api/v1/imports" + (account ? "?account=" + encodeURIComponent(account) : "");
      try {
        const answer = await fetch(address, { method: "POST", headers: ours, body: data });
        const body = await answer.json();
        if (answer.ok && body) {
          (body.items ?? [body]).forEach(tell);
          if (body.items) {
            state.textContent = form.dataset.taken;
          }
        } else {
          state.className = "status REJECTED";
          state.textContent = `${form.dataset.refused}: ${body.detail} (${body.code})`;
        }
      } catch (lost) {
        state.className = "status REJECTED";
        state.textContent = form.dataset.unsent;
      }
    };
    const sendAll = async files => {
      for (const file of files) {
        await send(file);
      }
      form.reset();
      document.body.dispatchEvent(new CustomEvent("imports"));
    };
    form.addEventListener("submit", event => {
      event.preventDefault();
      sendAll([...input.files]);
    });
    for (const kind of ["dragenter", "dragover"]) {
      form.addEventListener(kind, event => {
        event.preventDefault();
        form.classList.add("over");
      });
    }
    for (const kind of ["dragleave", "drop"]) {
      form.addEventListener(kind, () => form.classList.remove("over"));
    }
    form.addEventListener("drop", event => {
      event.preventDefault();
      sendAll([...event.dataTransfer.files]);
    });
    const live = new EventSource("/imports/live");
    live.addEventListener("import", event => {
      const entry = JSON.parse(event.data);
      tell(entry);
      if (entry.status !== "RUNNING") {
        document.body.dispatchEvent(new CustomEvent("imports"));
      }
    });
    window.addEventListener("pagehide", () => live.close());
  }

  // The journal follows what comes in, however it comes.
  let waiting;
  document.body.addEventListener("imports", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (document.getElementById("sheet-imports")) {
        window.htmx.ajax("GET", location.href, { target: "#sheet-imports", select: "#sheet-imports", swap: "outerHTML" });
      }
    }, 300);
  });
})();
