// Drawings of the controls; what they mean is always written beside them.

const paths = {
  next: "M9 5l7 7-7 7",
  previous: "M15 5l-7 7 7 7",
  black: "M4 6h16v10H4zM9 20h6M4 6l16 10",
  pointer: "M12 2v5M12 17v5M2 12h5M17 12h5M12 9a3 3 0 100 6 3 3 0 000-6",
  clicker: "M8 3h8v18H8zM8 9h8M12 6h.01",
  overview: "M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z",
  lock: "M7 11h10v9H7zM9 11V8a3 3 0 016 0v3",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  close: "M6 6l12 12M18 6L6 18",
  freeze: "M12 3v18M4 7.5l16 9M20 7.5l-16 9",
  pause: "M9 5v14M15 5v14",
  back: "M9 14l-5-5 5-5M4 9h10a6 6 0 010 12h-3",
  first: "M6 5v14M18 5l-7 7 7 7",
  last: "M18 5v14M6 5l7 7-7 7",
  smaller: "M5 12h14",
  larger: "M5 12h14M12 5v14",
  shown: "M5 13l4 4L19 7",
  refused: "M6 6l12 12M18 6L6 18",
  unconfirmed: "M9 9a3 3 0 114 3c-1 .5-1 1-1 2M12 18h.01",
  sent: "M12 19V5M6 11l6-6 6 6",
  timer: "M12 8v5l3 2M12 5a8 8 0 100 16 8 8 0 000-16M9 2h6",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
