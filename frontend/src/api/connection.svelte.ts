/** Whether the server answers. One place, so that one banner tells it. */
class Connection {
  offline = $state(false);

  lost(): void {
    this.offline = true;
  }

  found(): void {
    this.offline = false;
  }
}

export const connection = new Connection();
