"""PyTorch as a peer of the bench: VGG16 with random weights, one ascent step of the report's loop at a time.

Reads one JSON line a request and answers with one: {"layer": "conv4_3", "size": 180} gets a job ready and warms it up;
{"steps": 3} answers {"milliseconds": ...} a step. The first line it writes names PyTorch's version and threads.
Usage: torchAscent.py THREADS
"""

import json
import sys
import time

import torch

blocks = [[64, 64], [128, 128], [256, 256, 256], [512, 512, 512], [512, 512, 512]]
border, chosen, rate = 2, 5, 10.0


def network_to(layer):
    """Convolutions and ReLUs from the input up to `layer`, He-initialised, without gradients for the weights."""
    parts, channels = [], 3
    for block, widths in enumerate(blocks, start=1):
        for index, width in enumerate(widths, start=1):
            convolution = torch.nn.Conv2d(channels, width, 3, padding=1)
            torch.nn.init.kaiming_normal_(convolution.weight, nonlinearity="relu")
            torch.nn.init.zeros_(convolution.bias)
            parts += [convolution, torch.nn.ReLU()]
            channels = width
            if layer == f"conv{block}_{index}":
                return torch.nn.Sequential(*parts).requires_grad_(False).eval()
        parts.append(torch.nn.MaxPool2d(2))
    raise ValueError(f"VGG16 has no layer {layer}")


def step(network, image):
    """The image after one step along its gradient of the mean activation, normalised by its L2 norm."""
    image = image.detach().requires_grad_(True)
    activation = network(image)[:, chosen, border:-border, border:-border]
    (gradient,) = torch.autograd.grad(activation.mean(), image)
    return image.detach() + rate * gradient / gradient.norm().clamp_min(1e-6)


def answer(line):
    print(json.dumps(line), flush=True)


torch.set_num_threads(int(sys.argv[1]))
answer({"name": f"PyTorch {torch.__version__}", "threads": torch.get_num_threads()})
network = image = None
for text in sys.stdin:
    request = json.loads(text)
    if "layer" in request:
        network = network_to(request["layer"])
        image = (torch.rand(1, 3, request["size"], request["size"]) - 0.5) * 0.25
        image = step(network, image)
        answer({"ready": request["layer"]})
    else:
        begun = time.perf_counter()
        for _ in range(request["steps"]):
            image = step(network, image)
        answer({"milliseconds": (time.perf_counter() - begun) * 1000 / request["steps"]})
