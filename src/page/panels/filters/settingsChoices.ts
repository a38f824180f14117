import type { AscentSettings, ObjectiveKind, Parameterisation } from '../../../shared/ascent';
import type { Option } from '../../ui/SelectField';

export const objectives: readonly Option<ObjectiveKind>[] = [
  { value: 'channel', label: 'Channel', detail: 'mean activation of the filter; an output’s logit' },
  { value: 'neuron', label: 'Neuron', detail: 'the filter’s activation in the middle of its map' },
  { value: 'layer', label: 'Whole layer', detail: 'mean of all squared activations (DeepDream)' },
];

export const parameterisations: readonly Option<Parameterisation>[] = [
  { value: 'pixel', label: 'Pixels 0–255', detail: 'an image, converted to the network’s input' },
  { value: 'signed', label: 'Pixels −1–1', detail: 'an image, converted to the network’s input' },
  { value: 'network', label: 'Network input', detail: 'the network’s own input values' },
  { value: 'fourier', label: 'Fourier', detail: 'a spectrum with decorrelated colours' },
];

export const optimisers: readonly Option<AscentSettings['optimiser']>[] = [
  { value: 'l2', label: 'Gradient / L2', detail: 'divided by its Euclidean norm' },
  { value: 'rms', label: 'Gradient / RMS', detail: 'divided by its root mean square' },
  { value: 'adam', label: 'Adam', detail: 'adaptive moments' },
];

export const displays: readonly Option<AscentSettings['display']>[] = [
  { value: 'standardise', label: 'Standardised', detail: 'mean 0.5, standard deviation 0.15, clipped' },
  { value: 'range', label: 'As it is', detail: 'pixel values, clipped to 0–255' },
];
