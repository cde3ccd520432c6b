import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSystem } from './make.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

describe('registering a system', () => {
  it('enters it with its proposed level and a draft dossier under the law of the day', async () => {
    const system = await makeSystem(world, { level: 3, operatorId: '38.vpubnd' });
    expect(system).toMatchObject({
      level: 3,
      owner: { id: '38.skhcn' },
      operator: { id: '38.vpubnd' },
      bloc: 'GOVERNMENT',
      version: 1,
    });
    expect(system.dossier).toMatchObject({
      state: 'DRAFT',
      legalRegime: 'R2016',
      proposedLevel: 3,
      nextSteps: ['SUBMIT'],
    });
    expect(system.permissions).toEqual(['correct', 'advanceDossier', 'addCheck', 'runCheck']);
  });
});
