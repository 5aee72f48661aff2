// Makes one tree of elements like another and keeps every element that is there in both, so that nothing that is in use
// loses its focus, its place or what is typed in it. Elements with a data-key are known by it, others by their place.

const alike = (one, other) => one.nodeType === other.nodeType && one.nodeName === other.nodeName && one.dataset?.key === other.dataset?.key;

export function morph(element, wanted) {
  for (const { name } of [...element.attributes]) if (!wanted.hasAttribute(name) && name !== "open") element.removeAttribute(name);
  for (const { name, value } of wanted.attributes) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  morphChildren(element, wanted);
}

function morphChildren(element, wanted) {
  const keyed = new Map([...element.children].filter((child) => child.dataset.key).map((child) => [child.dataset.key, child]));
  let place = element.firstChild;
  for (const want of [...wanted.childNodes]) {
    const known = want.dataset?.key ? keyed.get(want.dataset.key) : place && !place.dataset?.key ? place : null;
    if (known && alike(known, want)) {
      if (known === place) place = place.nextSibling;
      else element.insertBefore(known, place);
      if (known.nodeType === Node.ELEMENT_NODE) morph(known, want);
      else if (known.nodeValue !== want.nodeValue) known.nodeValue = want.nodeValue;
    } else element.insertBefore(want, place);
  }
  while (place) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}
