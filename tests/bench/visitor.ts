/** A person's browser as far as the server sees it: cookies, forms, no pictures. */
import { DEMO_PASSWORD } from '../../src/lib/server/demo/people.ts';

export class Visitor {
  readonly #address: string;
  #cookies = new Map<string, string>();

  constructor(address: string) {
    this.#address = address;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** @throws Error when the page is not there */
  async read(path: string): Promise<string> {
    const answer = await fetch(this.#address + path, {
      headers: { cookie: this.cookie, 'accept-encoding': 'gzip' },
      redirect: 'manual',
    });
    this.#keep(answer);
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return text;
  }

  /** Posts a form; returns the status and where the answer leads. */
  async post(
    path: string,
    form: Record<string, string | string[]>,
  ): Promise<{ status: number; location: string }> {
    const body = new URLSearchParams(
      Object.entries(form).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
    );
    const answer = await fetch(this.#address + path, {
      method: 'POST',
      body,
      headers: { cookie: this.cookie, origin: this.#address, accept: 'text/html' },
      redirect: 'manual',
    });
    this.#keep(answer);
    await answer.arrayBuffer();
    return { status: answer.status, location: answer.headers.get('location') ?? '' };
  }

  async signIn(username: string): Promise<this> {
    const { status } = await this.post('/sign-in', { username, password: DEMO_PASSWORD });
    if (status !== 303) throw new Error(`sign-in of ${username}: ${status}`);
    return this;
  }

  #keep(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
