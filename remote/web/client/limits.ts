// The numbers that both sides of a connection keep to (docs/protocol.md, Limits).

export const version = 1;
export const subprotocol = "lectern.v1.protobuf";
export const sessionPath = "/v1/session";
export const maxServerMessageBytes = 1 << 20;
export const maxRequestsInFlight = 64;
export const maxNameBytes = 64;
export const maxSlides = 2000;
export const maxDecks = 64;
export const maxPeople = 1000; // in a roster: more than there may be clients
export const connectTimeoutMs = 4000;
export const maxPointsASecond = 30;

/** Why the presenter closed a connection. */
export enum CloseCode {
  goingAway = 1001,
  malformed = 4000,
  versionUnsupported = 4001,
  helloExpected = 4002,
  displaced = 4003,
  full = 4005,
  notPaired = 4006,
  tooSlow = 4010,
  pairingClosed = 4020,
  pairingWrong = 4021,
  pairingBusy = 4022,
  pairingDeclined = 4023,
  pairingUnanswered = 4024,
}
