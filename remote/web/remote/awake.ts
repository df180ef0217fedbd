// Keeps the screen awake: by a wake lock where the connection is secure, else by a silent film, which a browser starts only when
// somebody has touched the page.

export type Awake = "lock" | "video" | "none";

export class KeepsAwake {
  private lock?: WakeLockSentinel;
  private video?: HTMLVideoElement;

  constructor(private readonly tell: (awake: Awake) => void) {
    document.addEventListener("visibilitychange", () => document.hidden || void this.begin());
    document.addEventListener("pointerup", () => void this.begin());
    document.addEventListener("keydown", () => void this.begin());
    void this.begin();
  }

  private async begin(): Promise<void> {
    if (this.lock && !this.lock.released) return;
    try {
      if (!("wakeLock" in navigator)) throw new Error("there is none over plain HTTP");
      this.lock = await navigator.wakeLock.request("screen");
      this.tell("lock");
    } catch {
      await this.play();
    }
  }

  private async play(): Promise<void> {
    if (this.video && !this.video.paused) return;
    this.video ??= silentFilm();
    try {
      await this.video.play();
      this.tell("video");
    } catch {
      this.tell("none"); // until the next touch
    }
  }
}

function silentFilm(): HTMLVideoElement {
  const video = document.createElement("video");
  video.className = "awake";
  video.setAttribute("aria-hidden", "true");
  video.tabIndex = -1;
  video.playsInline = true;
  video.preload = "none";
  video.src = "/awake.mp4";
  video.addEventListener("ended", () => void video.play()); // Safari lets the screen go dark while one loops by itself
  document.body.append(video);
  return video;
}
