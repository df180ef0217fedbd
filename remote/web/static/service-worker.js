// The remote's page, where it was installed: what the presenter has now, and what it had last where none answers, so that the page
// can say so.
const shell = ['/remote', '/early.js', '/remote.js', '/remote.css', '/icon.svg'];
const store = 'lectern-remote';

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(store).then((cache) => cache.addAll(shell)));
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== self.location.origin || !shell.includes(pathname)) return;
  event.respondWith(newest(event.request, pathname));
});

async function newest(request, pathname) {
  const cache = await caches.open(store);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(pathname, answer.clone());
    return answer;
  } catch (error) {
    const last = await cache.match(pathname);
    if (last) return last;
    throw error;
  }
}
