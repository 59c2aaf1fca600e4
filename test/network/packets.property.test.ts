import { describe, expect, test } from 'vitest';
import { analyseNetwork } from '../../src/network/index.ts';
import type { Estate } from '../../src/model/index.ts';
import { randomSource } from '../bench/random.ts';
import { checkPackets, type Tally } from './check-packets.ts';
import { LOSSES, MUTATIONS } from './mutations.ts';
import { randomEstate } from './random-estate.ts';

const SEEDS = 250;
const PACKETS_PER_ADDRESS = 40;

/** Analyses what `see` makes of each drawn estate, and holds the rows against packets in the estate as it is. */
function run(see: (estate: Estate, seed: number) => Estate, seeds: number, stopAtFirst: boolean): Tally {
  const tally: Tally = { packets: 0, wrong: [] };
  for (let seed = 1; seed <= seeds; seed++) {
    const random = randomSource(seed);
    const estate = randomEstate(random);
    const before = tally.wrong.length;
    checkPackets(estate, analyseNetwork(see(estate, seed)).exposures, random, PACKETS_PER_ADDRESS, tally);
    for (let i = before; i < tally.wrong.length; i++) tally.wrong[i] = `seed ${seed}: ${tally.wrong[i] ?? ''}`;
    if (stopAtFirst && tally.wrong.length > 0) break;
  }
  return tally;
}

describe('sets against single packets', { timeout: 120_000 }, () => {
  test('what the rows say of client sets holds for every packet', () => {
    const { packets, wrong } = run((estate) => estate, SEEDS, false);
    process.stdout.write(`network property test: ${SEEDS} seeds, ${packets} packets, ${wrong.length} disagree\n`);
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(packets).toBeGreaterThan(50_000);
  });

  test.for(Object.entries(MUTATIONS))('packets catch: %s', ([, mutate]) => {
    expect(run((estate) => mutate(estate), SEEDS, true).wrong).not.toEqual([]);
  });

  test.for(Object.entries(LOSSES))('what is still said is true without: %s', ([, lose]) => {
    const { wrong } = run((estate) => lose(estate), SEEDS / 5, false);
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
