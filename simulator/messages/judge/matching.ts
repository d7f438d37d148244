/**
 * Children against a content model. The schemas are deterministic (one look at the next child decides), so no
 * backtracking is needed. Plain sequences, which are all of CEB and DXP, get the kinder reporting.
 */
import type { XmlElement } from '../xml/tree.ts';
import type { ElementParticle, GroupParticle, Particle } from './model.ts';
import type { Walk } from './walk.ts';

export function matchGroup(walk: Walk, parent: XmlElement, particle: Particle | null): void {
  if (particle?.kind === 'sequence' && particle.places)
    return matchSequence(walk, parent, particle, particle.places);
  const end = particle ? match(walk, parent, particle, 0) : 0;
  const child = parent.children[end];
  if (end >= 0 && child) walk.report('elementUnknown', child, { name: child.local, parent: parent.local });
}

/** Elements in a fixed order: says which one is missing, strange, repeated or out of place, and goes on. */
function matchSequence(
  walk: Walk,
  parent: XmlElement,
  group: GroupParticle,
  places: ReadonlyMap<string, number>,
): void {
  const items = group.items as readonly ElementParticle[];
  const missing: number[] = [];
  let at = 0;
  let count = 0;
  for (const child of parent.children) {
    const expected = items[at]!;
    const isNext = child.local === expected.local && child.uri === expected.uri;
    const here = isNext ? at : (places.get(`${child.uri} ${child.local}`) ?? -1);
    if (here < 0) {
      reportStranger(walk, parent, child, items);
      continue;
    }
    const item = items[here]!;
    if (here < at) {
      const late = missing.indexOf(here);
      if (late >= 0) missing.splice(late, 1);
      walk.report('elementOutOfOrder', child, {
        name: child.local,
        after: items[at]!.local,
        parent: parent.local,
      });
    } else {
      if (here > at) {
        if (count < expected.min) missing.push(at);
        for (let i = at + 1; i < here; i++) if (items[i]!.min > 0) missing.push(i);
        at = here;
        count = 0;
      }
      if (++count > item.max) {
        const code = item.max === 1 ? 'elementRepeated' : 'elementTooMany';
        if (count === item.max + 1)
          walk.report(code, child, { name: child.local, parent: parent.local, max: item.max });
      }
    }
    walk.element(child, item.declaration());
  }
  if (count < items[at]!.min) missing.push(at);
  for (let i = at + 1; i < items.length; i++) if (items[i]!.min > 0) missing.push(i);
  for (const i of missing)
    walk.report('elementMissing', parent, { name: items[i]!.local, parent: parent.local });
}

function reportStranger(
  walk: Walk,
  parent: XmlElement,
  child: XmlElement,
  items: readonly ElementParticle[],
): void {
  const namesake = items.find((item) => item.local === child.local);
  if (namesake) {
    walk.report('namespaceWrong', child, { name: child.local, namespace: child.uri, expected: namesake.uri });
  } else walk.report('elementUnknown', child, { name: child.local, parent: parent.local });
}

/** Index after what the particle takes from `i` on, or -1 when a fault was reported. */
function match(walk: Walk, parent: XmlElement, particle: Particle, i: number): number {
  let count = 0;
  while (count < particle.max && i < parent.children.length && canStart(particle, parent.children[i]!)) {
    i = matchOnce(walk, parent, particle, i);
    if (i < 0) return -1;
    count++;
  }
  if (count >= particle.min || nullable(particle)) return i;
  const child = parent.children[i];
  const name = particle.kind === 'element' ? particle.local : parent.local;
  if (child) walk.report('elementUnknown', child, { name: child.local, parent: parent.local });
  else walk.report('elementMissing', parent, { name, parent: parent.local });
  return -1;
}

function matchOnce(walk: Walk, parent: XmlElement, particle: Particle, i: number): number {
  const child = parent.children[i]!;
  if (particle.kind === 'element') {
    walk.element(child, particle.declaration());
    return i + 1;
  }
  if (particle.kind === 'any') {
    if (particle.lax) walk.lax(child);
    return i + 1;
  }
  if (particle.kind === 'choice') {
    return match(
      walk,
      parent,
      particle.items.find((item) => canStart(item, child))!,
      i,
    );
  }
  for (const item of particle.items) {
    i = match(walk, parent, item, i);
    if (i < 0) return -1;
  }
  return i;
}

function canStart(particle: Particle, child: XmlElement): boolean {
  if (particle.kind === 'element') return child.local === particle.local && child.uri === particle.uri;
  if (particle.kind === 'any') {
    return particle.except === null || (child.uri !== particle.except && child.uri !== '');
  }
  if (particle.kind === 'choice') return particle.items.some((item) => canStart(item, child));
  for (const item of particle.items) {
    if (canStart(item, child)) return true;
    if (!nullable(item)) return false;
  }
  return false;
}

function nullable(particle: Particle): boolean {
  if (particle.min === 0) return true;
  if (particle.kind === 'sequence') return particle.items.every(nullable);
  if (particle.kind === 'choice') return particle.items.some(nullable);
  return false;
}
