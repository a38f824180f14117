import type { IdentityHead, Recognition, Target } from '../../../shared/explain';
import type { NetworkInfo } from '../../../shared/network';
import type { Reference, TargetChoice } from '../../state/explanation';

export interface NamedTarget {
  readonly target: Target;
  readonly label: string;
}

export interface TargetInput {
  readonly choice: TargetChoice;
  readonly info: NetworkInfo;
  readonly recognition: Recognition;
  readonly head: IdentityHead | null;
  readonly reference: Reference | null;
}

/** The scalar that the choice stands for on this face; null where the network has nothing of that kind. */
export function chooseTarget(input: TargetInput): NamedTarget | null {
  const { choice, info, reference } = input;
  switch (choice.kind) {
    case 'top':
      return topIdentity(input) ?? topClass(input);
    case 'identity':
      return identity(input, input.head?.names.indexOf(choice.name) ?? -1);
    case 'class':
      return classTarget(input, choice.output, choice.index);
    case 'similarity': {
      if (reference === null || reference.network !== info.id || info.outputs.embedding === null) return null;
      const target = { kind: 'similarity', layer: info.outputs.embedding, reference: reference.embedding } as const;
      return { target, label: `similarity to ${reference.name}` };
    }
  }
}

function identity({ head }: TargetInput, index: number): NamedTarget | null {
  const label = head?.names[index];
  return head === null || label === undefined ? null : { target: { kind: 'identity', head, index }, label };
}

function topIdentity(input: TargetInput): NamedTarget | null {
  const scores = input.recognition.identity?.scores ?? [];
  return scores.length === 0 ? null : identity(input, indexOfLargest(scores.map(({ logit }) => logit)));
}

function topClass(input: TargetInput): NamedTarget | null {
  const [first] = input.recognition.outputs;
  if (first === undefined) return null;
  return classTarget(input, first.output, indexOfLargest(first.scores.map(({ logit }) => logit)));
}

function classTarget({ info }: TargetInput, output: string, index: number): NamedTarget | null {
  const found = info.outputs.classes.find(({ id }) => id === output);
  const label = found?.labels[index];
  if (found === undefined || label === undefined) return null;
  return { target: { kind: 'class', layer: found.layer, index }, label };
}

const indexOfLargest = (values: readonly number[]) =>
  values.reduce((best, value, i) => (value > (values[best] ?? Number.NEGATIVE_INFINITY) ? i : best), 0);
