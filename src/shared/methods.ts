import type { CamMethod, MethodId } from './explain';

/** An attribution method as the page tells of it; the mathematics is in the worker's `explain`. */
export interface MethodInfo {
  readonly id: MethodId;
  readonly title: string;
  readonly kind: 'cam' | 'pixel';
  /** Whether it looks at a chosen layer. */
  readonly layered: boolean;
  /** A: activations at the layer [cells, channels]; G: the target's gradient there; x: the input. */
  readonly formula: string;
  /** One sentence: what the map shows. */
  readonly meaning: string;
  readonly paper: string;
  readonly link: string;
}

export const methods: readonly MethodInfo[] = [
  {
    id: 'grad-cam',
    title: 'Grad-CAM',
    kind: 'cam',
    layered: true,
    formula: 'ReLU( Σₖ meanᵢⱼ(Gᵏ) · Aᵏ )',
    meaning: 'Where filters are active that raise the target, each weighted by its mean gradient.',
    paper: 'Selvaraju et al., ICCV 2017',
    link: 'https://arxiv.org/abs/1610.02391',
  },
  {
    id: 'grad-cam++',
    title: 'Grad-CAM++',
    kind: 'cam',
    layered: true,
    formula: 'ReLU( Σₖ Σᵢⱼ αᵏ·ReLU(Gᵏ) · Aᵏ ),  α = G² / (2G² + ΣA·G³)',
    meaning: 'As Grad-CAM, with cells weighted so that several places of one feature all count.',
    paper: 'Chattopadhyay et al., WACV 2018',
    link: 'https://arxiv.org/abs/1710.11063',
  },
  {
    id: 'hires-cam',
    title: 'HiResCAM',
    kind: 'cam',
    layered: true,
    formula: 'ReLU( Σₖ Gᵏ ⊙ Aᵏ )',
    meaning: 'Gradient times activation, cell by cell: only cells that themselves raise the target.',
    paper: 'Draelos and Carin, 2020',
    link: 'https://arxiv.org/abs/2011.08891',
  },
  {
    id: 'layer-cam',
    title: 'LayerCAM',
    kind: 'cam',
    layered: true,
    formula: 'ReLU( Σₖ ReLU(Gᵏ) ⊙ Aᵏ )',
    meaning: 'As HiResCAM with positive gradients only: finer at early layers.',
    paper: 'Jiang et al., IEEE TIP 2021',
    link: 'https://doi.org/10.1109/TIP.2021.3089943',
  },
  {
    id: 'x-grad-cam',
    title: 'XGradCAM',
    kind: 'cam',
    layered: true,
    formula: 'ReLU( Σₖ ( Σᵢⱼ Gᵏ·Aᵏ / ΣᵢⱼAᵏ ) · Aᵏ )',
    meaning: 'As Grad-CAM, with gradients weighted by where the filter is active.',
    paper: 'Fu et al., BMVC 2020',
    link: 'https://arxiv.org/abs/2008.02312',
  },
  {
    id: 'eigen-cam',
    title: 'Eigen-CAM',
    kind: 'cam',
    layered: true,
    formula: 'A projected on its first principal component',
    meaning: 'What stands out most in the layer, whatever the target: it knows no gradient.',
    paper: 'Muhammad and Yeasin, IJCNN 2020',
    link: 'https://arxiv.org/abs/2008.00299',
  },
  {
    id: 'eigen-grad-cam',
    title: 'Eigen-Grad-CAM',
    kind: 'cam',
    layered: true,
    formula: 'G ⊙ A projected on its first principal component',
    meaning: 'What stands out most in gradient times activation.',
    paper: 'Muhammad and Yeasin, IJCNN 2020, on gradient × activation (as pytorch-grad-cam has it)',
    link: 'https://github.com/jacobgil/pytorch-grad-cam',
  },
  {
    id: 'score-cam',
    title: 'Score-CAM',
    kind: 'cam',
    layered: true,
    formula: 'ReLU( Σₖ softmaxₖ( f(x ⊙ up(Aᵏ)) ) · Aᵏ )',
    meaning: 'Each filter weighted by the target when only what it sees is left of the picture; no gradient.',
    paper: 'Wang et al., CVPR Workshops 2020',
    link: 'https://arxiv.org/abs/1910.01279',
  },
  {
    id: 'gradient',
    title: 'Gradient',
    kind: 'pixel',
    layered: false,
    formula: 'max over colours of |∂f/∂x|',
    meaning: 'How much the target changes with each pixel, in either direction.',
    paper: 'Simonyan et al., 2013',
    link: 'https://arxiv.org/abs/1312.6034',
  },
  {
    id: 'smooth-grad',
    title: 'SmoothGrad',
    kind: 'pixel',
    layered: false,
    formula: 'mean over noisy copies of the gradient',
    meaning: 'The gradient averaged over noisy copies of the picture: less speckle.',
    paper: 'Smilkov et al., 2017',
    link: 'https://arxiv.org/abs/1706.03825',
  },
  {
    id: 'integrated-gradients',
    title: 'Integrated gradients',
    kind: 'pixel',
    layered: false,
    formula: '(x − x₀) · ∫ ∂f/∂x along x₀ → x,  x₀ black',
    meaning: 'What each pixel adds to the target on the way from a black picture; the map sums up to the difference.',
    paper: 'Sundararajan et al., ICML 2017',
    link: 'https://arxiv.org/abs/1703.01365',
  },
  {
    id: 'guided-backpropagation',
    title: 'Guided backpropagation',
    kind: 'pixel',
    layered: false,
    formula: '∂f/∂x with negative gradients stopped at every ReLU',
    meaning: 'Fine structure that excites the network; it depends little on the target.',
    paper: 'Springenberg et al., 2015; for its limits Adebayo et al., 2018',
    link: 'https://arxiv.org/abs/1412.6806',
  },
  {
    id: 'guided-grad-cam',
    title: 'Guided Grad-CAM',
    kind: 'pixel',
    layered: true,
    formula: 'guided backpropagation ⊙ up(Grad-CAM)',
    meaning: 'Fine structure where Grad-CAM is warm.',
    paper: 'Selvaraju et al., ICCV 2017',
    link: 'https://arxiv.org/abs/1610.02391',
  },
];

/** Whether it makes a class activation map. */
export const isCam = (method: MethodId): method is CamMethod =>
  methods.some(({ id, kind }) => id === method && kind === 'cam');

/** The method of this name: an id, or its usual spelling in any case ('GradCAM', 'Grad-CAM++', 'GradCAMPlusPlus'). */
export function methodByName(name: string): MethodInfo | undefined {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll('plusplus', '++')
      .replaceAll(/[^a-z+]/g, '');
  return methods.find(({ id }) => plain(id) === plain(name));
}
