// Who is here now: fetched again after attendance is taken at this desk, and from time to time for another's.

import { read } from "./page.js";

const OFTEN = 30000; // ms

async function refresh(people) {
  const room = document.getElementById("desk-room-now");
  try {
    const answer = await fetch(room.dataset.address, { credentials: "same-origin", redirect: "manual" });
    if (!answer.ok) return;
    const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = parsed.getElementById("desk-room-now");
    if (!now || now.innerHTML === room.innerHTML || room.contains(document.activeElement)) return;
    room.replaceWith(document.importNode(now, true));
    people.are(read("desk-here"));
    const { attendance, presiding } = now.dataset;
    document.getElementById("desk-attendance-lacks").textContent = attendance;
    const chair = presiding && `In the chair: ${presiding}`;
    for (const line of document.querySelectorAll("[data-chair]")) line.textContent = chair;
  } catch {
    // The room as last known stays; the save state says that the network is away.
  }
}

export function keepRoom({ people }) {
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.closest?.("#desk-attendance")) refresh(people);
  });
  setInterval(() => !document.hidden && refresh(people), OFTEN);
}
