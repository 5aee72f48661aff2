// Two desks at one item, without a screen: the desk's own saver and its own putting together, and a server that keeps
// one text, remembers each window's last save, and whose answers may be lost. Each step is [whose, what, how many].

async ([steps, from]) => {
  const block = (text) => ({ key: "k", kind: "discussion", text });

  class Server {
    constructor() {
      Object.assign(this, { version: 0, text: "", taken: new Map() });
    }

    // The wire of the desk's save, as the views answer it.
    answer({ save, window, base, blocks }) {
      if (this.taken.get(window) === save) return [200, { version: base + 1 }];
      if (this.version !== base) return [409, { version: this.version, blocks: [block(this.text)] }];
      Object.assign(this, { version: base + 1, text: blocks[0].text });
      this.taken.set(window, save);
      return [200, { version: this.version }];
    }
  }

  class Writer {
    constructor(name, { Saver, merged, moved }) {
      Object.assign(this, { name, merged, moved, text: "", caret: 0, count: 0, coming: "", typed: [] });
      const told = { saved() {}, conflict() {}, refused() {}, state() {} };
      const store = { own: name, officer: "", keep: () => true, forget() {} };
      const wire = { version: 0, last_save: "", blocks: [block("")] };
      this.saver = new Saver({ item: "1", address: "/", wire, store, read: () => [block(this.text)], told });
      this.saver.later = () => {}; // the steps say when
    }

    // A key; every word is one that nobody else types.
    press() {
      if (!this.coming) {
        this.coming = `${this.name}${(this.count += 1)}; `;
        this.typed.push(this.coming.trim());
      }
      this.text = this.text.slice(0, this.caret) + this.coming[0] + this.text.slice(this.caret);
      this.coming = this.coming.slice(1);
      this.caret += 1;
      this.saver.changed();
    }

    finish() {
      while (this.coming) this.press();
    }

    take() {
      const { saver } = this;
      if (saver.trouble?.kind !== "conflict") return;
      this.finish();
      const { theirs } = saver.trouble;
      this.text = this.merged([block(this.text)], theirs.blocks, saver.agreed)[0]?.text ?? "";
      this.caret = this.text.length;
      saver.settled(theirs);
    }

    pulse(server) {
      const { saver } = this;
      if (!saver.isAtRest || server.version <= saver.version) return;
      this.caret = this.moved(this.caret, this.text, server.text);
      this.text = server.text;
      saver.took({ version: server.version, last_save: "", blocks: [block(server.text)] });
    }
  }

  async function write(steps, from) {
    const modules = await Promise.all(["saver", "wording", "taken"].map((name) => import(`${from}${name}.js`)));
    const server = new Server();
    const writers = ["kirsty", "elan"].map((name) => new Writer(name, Object.assign({}, ...modules)));
    let isLost = false;
    globalThis.fetch = async (address, { body }) => {
      const [status, answer] = server.answer(JSON.parse(body));
      if (isLost) throw new TypeError("lost");
      return new Response(JSON.stringify(answer), { status, headers: { "Content-Type": "application/json" } });
    };
    const acts = {
      press: (writer, count) => Array.from({ length: count }, () => writer.press()),
      save: (writer) => writer.saver.send(),
      lose: async (writer) => {
        isLost = true;
        await writer.saver.send();
        isLost = false;
      },
      pulse: (writer) => writer.pulse(server),
      take: (writer) => writer.take(),
    };
    for (const [whose, what, count] of steps) await acts[what](writers[whose], count);
    for (const writer of writers) writer.finish();
    for (let turn = 0; turn < 12; turn += 1) {
      for (const writer of writers) for (const what of ["save", "take", "save", "pulse"]) await acts[what](writer);
    }
    return { record: server.text, typed: writers.flatMap(({ typed }) => typed), screens: writers.map(({ text }) => text) };
  }

  return write(steps, from);
}
