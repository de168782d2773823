/** Whether the server answers, and still knows this browser. One place, so that one banner tells it. */
class Connection {
  offline = $state(false);
  /** The server was started anew: it wants its address with a key again. */
  unknown = $state(false);

  lost(): void {
    this.offline = true;
  }

  found(status = 200): void {
    this.offline = false;
    this.unknown = status === 401;
  }
}

export const connection = new Connection();
