// On a phone the bar scrolls away but for its foot: the save state and the tabs stay in sight, and leave room to write.

export function keepBar() {
  const bar = document.querySelector(".c-desk-bar");
  const foot = [document.getElementById("saved"), bar.querySelector("[data-desk-tabs]")];
  const measure = () => {
    const kept = foot.reduce((sum, part) => sum + part.offsetHeight, 12);
    document.documentElement.style.setProperty("--c-bar-top", `${Math.min(0, kept - bar.offsetHeight)}px`);
    document.documentElement.style.setProperty("--c-bar-kept", `${kept}px`);
  };
  new ResizeObserver(measure).observe(bar);
}
