// Asking the server in JSON, as the officer whose desk this is: it answers 401 to anybody else.

export const SIGNED_OUT = "You have been signed out. Your text is kept on this computer: sign in again and it is saved.";
const PATIENCE = 15000; // ms for an answer

export const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
export const isJson = (response) => (response.headers.get("content-type") ?? "").startsWith("application/json");

// A page asked to sign in is redirected there: as good as 401. A refused token is one from before signing in.
export const isSignedOut = (response) =>
  response.status === 401 || response.type === "opaqueredirect" || (response.status === 403 && !isJson(response));

export function send(address, officer, { method = "GET", ...how } = {}) {
  return fetch(address, {
    method,
    credentials: "same-origin",
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE),
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token(), "X-Officer": officer },
    ...how,
  });
}

// {status, answer}: what was answered in JSON, or {}; throws where nothing was.
export async function ask(address, officer, how) {
  const response = await send(address, officer, how);
  const answer = isJson(response) ? await response.json() : {};
  return { status: isSignedOut(response) ? 401 : response.status, answer };
}
