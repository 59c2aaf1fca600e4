/** Numbers for values, by kind, in the order in which they come. */
export class Pseudonyms {
  readonly #given = new Map<string, string>();
  readonly #next = new Map<string, number>();

  of(kind: string, value: string): string {
    return this.#give(kind, value, (n) => `${kind}-${n}`);
  }

  account(value: string): string {
    return this.#give('account', value, (n) => String(n).padStart(12, '0'));
  }

  /** Private stays private and public stays public; addresses that name no host (`0.0.0.0`) stay. */
  address(value: string, a: number, b: number): string {
    if (value === '0.0.0.0' || a === 127 || a > 255) return value;
    const inside = a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 100 && b >= 64 && b < 128);
    return inside
      ? this.#give('inside', value, (n) => `10.${Math.floor(n / 65_536) % 256}.${Math.floor(n / 256) % 256}.${n % 256}`)
      : this.#give('outside', value, (n) => (n < 255 ? `203.0.113.${n}` : `198.18.${Math.floor(n / 256) % 256}.${n % 256}`));
  }

  ipv6(value: string): string {
    return this.#give('ipv6', value, (n) => `2001:db8::${n.toString(16)}`);
  }

  #give(kind: string, value: string, make: (n: number) => string): string {
    const key = `${kind} ${value}`;
    const found = this.#given.get(key);
    if (found !== undefined) return found;
    const n = (this.#next.get(kind) ?? 0) + 1;
    this.#next.set(kind, n);
    const made = make(n);
    this.#given.set(key, made);
    return made;
  }
}
