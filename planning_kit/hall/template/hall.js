/* What the hall's pages do by themselves: say how far a page has come, fill its contents, and
   tell when kernel or server is gone. It fetches nothing but /alive from where it came. */
"use strict";
(() => {
  const EVERY_MS = 4000;
  const byId = (id) => document.getElementById(id);

  // Voila's own script calls these once it is ready.
  for (const name of ["voila_heartbeat", "voila_process", "voila_finish", "display_cells",
                      "update_loading_text"]) window[name] = () => {};

  // The notice of an app that grows counts its cells; a quiz has a notice of the same name.
  const growingNotice = () => document.querySelector("#waiting[data-count]");

  const sayProgress = () => {
    const waiting = growingNotice();
    if (!waiting) return;
    const cells = document.querySelectorAll(".cell");
    const bar = waiting.querySelector("progress");
    if (!bar || !cells.length || bar.value === cells.length) return;
    bar.value = cells.length;
    waiting.querySelector(".part").textContent = waiting.dataset.said
      .replace("{n}", cells.length).replace("{total}", waiting.dataset.count);
    if (document.querySelector(".cell section, .cell .words")) waiting.classList.add("small");
  };

  // The report does the same when it is written; a page that grows can only do it at its end.
  const numberChapters = (main) => {
    const letters = [...main.dataset.letters];
    let chapters = 0, appendices = 0;
    for (const section of main.querySelectorAll("section[data-number]")) {
      const heading = section.querySelector("h1,h2,h3,h4,h5,h6");
      if (!heading) continue;
      heading.prepend(section.dataset.number === "chapter"
        ? `${++chapters}. `
        : `${main.dataset.appendix.replace("{letter}", letters[appendices++] || appendices)} `);
    }
  };

  const fillContents = (main) => {
    for (const link of main.querySelectorAll('a[href^="#"]'))
      if (!byId(decodeURIComponent(link.hash.slice(1)))) link.replaceWith(...link.childNodes);
    listContents(main);
  };

  const listContents = (main) => {
    for (const place of main.querySelectorAll("nav[data-contents]")) {
      const list = document.createElement("ol");
      for (const section of main.querySelectorAll("section[id]")) {
        const heading = section.querySelector(
          ":scope > h1, :scope > h2, :scope > h3, :scope > details > summary > h3");
        if (!heading || section.matches(".cover,.contents")) continue;
        const item = document.createElement("li"), link = document.createElement("a");
        item.className = `level-${heading.tagName[1]}`;
        link.href = `#${section.id}`;
        link.textContent = heading.textContent;
        item.append(link);
        list.append(item);
      }
      place.replaceChildren(list);
      place.id = "report-contents";
      const way = byId("to-contents");
      if (way) way.hidden = !list.children.length;
    }
  };

  // A tool brings its section along a little later, and shows it anew after every saving.
  const keepContents = (main) => {
    const keys = () => [...main.querySelectorAll("section[id]")].map((one) => one.id).join(" ");
    let listed = keys(), soon = 0;
    new MutationObserver(() => {
      clearTimeout(soon);
      soon = setTimeout(() => { if (keys() !== listed) { listed = keys(); listContents(main); } }, 400);
    }).observe(main, {childList: true, subtree: true});
  };

  const say = (what) => {
    const gone = byId("gone");
    if (!gone) return;
    gone.hidden = !what;
    if (what) gone.textContent = gone.dataset[what];
  };

  // What a person has typed and not yet kept must not vanish under their hands.
  let touched = false;
  addEventListener("input", (event) => { touched = touched || event.isTrusted; }, true);

  // Faces that ask before a page is left need not ask now: they remember what was typed.
  const loadAnew = () => { dispatchEvent(new Event("planning-kit-reload")); location.reload(); };

  const watch = (kernel) => {
    let wasGone = false, misses = 0;
    const ask = async () => {
      let answer = null;
      try {
        const asked = await fetch(`/alive?kernel=${encodeURIComponent(kernel)}`,
                                  {cache: "no-store", signal: AbortSignal.timeout(2 * EVERY_MS)});
        answer = asked.ok ? await asked.json() : null;
      } catch (error) {
        answer = null;
      }
      misses = answer ? 0 : misses + 1;
      // A busy hall answers late, a radio drops one question: once is no sign that it is gone.
      if (misses === 1) return setTimeout(ask, EVERY_MS / 4);
      if (misses) { wasGone = true; say("server"); }
      else if (!answer.known) return loadAnew();
      else if (kernel && !answer.kernel) {
        say("kernel");
        // The kernel cannot come back; the page can, from what is saved.
        return setTimeout(loadAnew, touched ? 8000 : wasGone ? 500 : 3000);
      } else { wasGone = false; say(""); }
      setTimeout(ask, EVERY_MS);
    };
    setTimeout(ask, EVERY_MS);
  };

  // The library asks two seconds long for what a tool is made of, then gives up for good and
  // says so in English. On a phone, or in a full hall, it comes a moment later.
  const waitForTools = (manager) => {
    const now = manager.get_model.bind(manager);
    manager.get_model = async (id) => {
      for (let turn = 0; turn < 600 && !manager.has_model(id); turn += 1)
        await new Promise((go) => setTimeout(go, 200));
      return now(id);
    };
  };
  let app;
  Object.defineProperty(window, "jupyterapp", {
    get: () => app,
    set: (begun) => { app = begun; if (begun.widgetManager) waitForTools(begun.widgetManager); },
  });

  // On a slow phone it has given up before it can be told to wait.
  const VIEW = "application/vnd.jupyter.widget-view+json";
  const bringLateTools = (places) => {
    const models = new Map();
    for (const place of places) {
      const script = place.querySelector("script");
      if (script) models.set(place, JSON.parse(script.textContent).data);
    }
    const look = () => {
      const manager = window.jupyterapp && window.jupyterapp.widgetManager;
      for (const [place, data] of models) {
        const failed = place.querySelector(":scope > .jp-OutputArea-output.jupyter-widgets");
        if (!failed || !manager || !manager.has_model(data[VIEW].model_id)) continue;
        const renderer = manager.rendermime.createRenderer(VIEW);
        renderer.addClass("jp-OutputArea-output");
        failed.remove();
        renderer.constructor.attach(renderer, place);
        renderer.renderModel({data: {[VIEW]: {...data[VIEW]}}, metadata: {}, trusted: true});
      }
      setTimeout(look, 1000);
    };
    look();
  };

  // The wall: the number of ballots goes up by itself; what else changes, the page asks for anew.
  const watchVote = (wall) => {
    const ask = async () => {
      try {
        const asked = await fetch(`/projector/now?${wall.dataset.place}`, {cache: "no-store"});
        const now = asked.ok ? await asked.json() : null;
        if (now && (now.code !== wall.dataset.code || String(now.open) !== wall.dataset.open))
          return location.reload();
        const number = wall.querySelector(".turnout"), bar = wall.querySelector("progress");
        if (now && number) number.textContent = now.ballots;
        if (now && bar) bar.value = now.ballots;
      } catch (error) {
        console.info("the wall asks again");
      }
      setTimeout(ask, 2000);
    };
    setTimeout(ask, 2000);
  };

  // The test phone: each of the two lines says when it came.
  const watchRoom = (list) => {
    const ask = async () => {
      try {
        const asked = await fetch("/room/now", {cache: "no-store"});
        const now = asked.ok ? await asked.json() : {};
        for (const line of list.querySelectorAll("[data-seen]")) {
          const time = now[line.dataset.seen];
          if (!time) continue;
          line.textContent = line.dataset.when.replace("{time}", time);
          line.classList.add("seen");
        }
      } catch (error) {
        console.info("the room asks again");
      }
      setTimeout(ask, 2000);
    };
    ask();
  };

  // The page grows while its tools come; whoever asked for one of them wants to see that one.
  const stayAt = (hash) => {
    const place = hash && byId(decodeURIComponent(hash.slice(1)));
    if (!place) return;
    let isTouched = false;
    for (const name of ["pointerdown", "keydown", "wheel"])
      addEventListener(name, () => { isTouched = true; }, {once: true, passive: true});
    for (const after of [0, 600, 1500, 3000])
      setTimeout(() => { if (!isTouched) place.scrollIntoView(); }, after);
  };

  const growing = new MutationObserver(sayProgress);
  growing.observe(document.documentElement, {childList: true, subtree: true});

  addEventListener("DOMContentLoaded", () => {
    growing.disconnect();
    const main = document.querySelector("main[data-letters]");
    if (main) { numberChapters(main); fillContents(main); keepContents(main); }
    const finished = byId("finished"), waiting = growingNotice();
    if (waiting && finished) waiting.remove();
    if (finished) stayAt(location.hash);
    const tools = document.querySelectorAll(".widget-place");
    if (tools.length) bringLateTools(tools);
    // A page that ended early was cut off: its server is gone, and it must be asked for anew.
    if (waiting && !finished) { say("server"); watch("cut-off"); return; }
    if (finished && finished.dataset.kernel) leaveWith(finished.dataset.kernel);
    if (byId("gone")) watch(finished ? finished.dataset.kernel : "");
    const retry = document.querySelector("[data-retry-seconds]");
    if (retry) setTimeout(() => location.reload(), 1000 * retry.dataset.retrySeconds);
    const wall = document.querySelector("[data-wall]");
    if (wall) watchVote(wall);
    const room = document.querySelector("[data-room]");
    if (room) watchRoom(room);
    if (byId("making")) setTimeout(() => location.reload(), 1500);
  });

  // Voila's script says the same where it is loaded; a page closed before that says it here.
  const leaveWith = (kernel) => addEventListener("pagehide", () => {
    const key = (document.cookie.match("\\b_xsrf=([^;]*)\\b") || [])[1] || "";
    const said = new FormData();
    said.append("_xsrf", key);
    navigator.sendBeacon(`/voila/api/shutdown/${kernel}`, said);
  });
})();
