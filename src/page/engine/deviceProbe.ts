/** What the page itself can see of the machine, before any worker is started. */
export interface DeviceProbe {
  /** The unmasked WebGL2 renderer; null where there is no WebGL2. */
  readonly renderer: string | null;
  readonly wasm: boolean;
  readonly cores: number;
  readonly userAgent: string;
}

/** Asks the browser. Frees the probing context at once: browsers allow only a few. */
export function probeDevice(): DeviceProbe {
  return {
    renderer: probeRenderer(),
    wasm: typeof WebAssembly === 'object',
    cores: navigator.hardwareConcurrency || 2,
    userAgent: navigator.userAgent,
  };
}

function probeRenderer(): string | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  try {
    const context = new OffscreenCanvas(1, 1).getContext('webgl2');
    if (context === null) return null;
    const info = context.getExtension('WEBGL_debug_renderer_info');
    const name: unknown = context.getParameter(info === null ? context.RENDERER : info.UNMASKED_RENDERER_WEBGL);
    context.getExtension('WEBGL_lose_context')?.loseContext();
    return typeof name === 'string' ? name : '';
  } catch {
    return null;
  }
}

/** True for renderers that compute on the CPU: slower there than WebAssembly by a factor of 20 and more. */
export function isSoftwareRenderer(renderer: string): boolean {
  return /swiftshader|llvmpipe|softpipe|microsoft basic render|software/i.test(renderer);
}
