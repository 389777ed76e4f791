// The shadow of the main light: depth and its square from the light's side, made soft by a wide blur.
import {
  Camera,
  FloatType,
  HalfFloatType,
  Matrix4,
  Mesh,
  NearestFilter,
  OrthographicCamera,
  PlaneGeometry,
  RGFormat,
  Scene,
  ShaderMaterial,
  Vector3,
  WebGLRenderTarget,
  type WebGLRenderer,
} from "three";

/** Objects on this layer throw a shadow. */
export const casting = 1;

/** How far the blur reaches: pixels of the map, and of one half as fine. */
const nearReach = 6;
const farReach = 12;

const blurVertex = /* glsl */ `
void main() { gl_Position = vec4(position.xy, 0.0, 1.0); }
`;

const blurFragment = /* glsl */ `
uniform sampler2D uFrom;
uniform ivec2 uStep;
uniform int uReach;
uniform int uCoarser;
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy) * uCoarser, top = textureSize(uFrom, 0) - 1;
  vec2 sum = vec2(0.0);
  float all = 0.0;
  float narrow = 2.25 / float(uReach * uReach);
  for (int i = -uReach; i <= uReach; ++i) {
    float weight = exp(-float(i * i) * narrow);
    sum += weight * texelFetch(uFrom, clamp(at + i * uStep, ivec2(0), top), 0).rg;
    all += weight;
  }
  gl_FragColor = vec4(sum / all, 0.0, 1.0);
}
`;

const depthVertex = /* glsl */ `
varying float vDepth;
void main() {
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  vDepth = gl_Position.z * 0.5 + 0.5;
}
`;

const depthFragment = /* glsl */ `
varying float vDepth;
void main() {
  float dx = dFdx(vDepth), dy = dFdy(vDepth);
  gl_FragColor = vec4(vDepth, vDepth * vDepth + 0.25 * min(dx * dx + dy * dy, 1e-4), 0.0, 1.0);
}
`;

export class Shadow {
  /** From the stage to the shadow's map. */
  readonly matrix = new Matrix4();
  /** How far behind something skin must lie to be shaded by it, as a share of the light's depth. */
  readonly bias: number;
  readonly #targets: WebGLRenderTarget[];
  readonly #camera = new OrthographicCamera(-1, 1, 1, -1, 0, 2);
  readonly #depth = new ShaderMaterial({ vertexShader: depthVertex, fragmentShader: depthFragment });
  readonly #blur = new ShaderMaterial({
    vertexShader: blurVertex,
    fragmentShader: blurFragment,
    uniforms: { uFrom: { value: null }, uStep: { value: [1, 0] }, uReach: { value: 6 }, uCoarser: { value: 1 } },
    depthTest: false,
  });
  readonly #page = new Scene();
  readonly #flat = new Camera();

  constructor(renderer: WebGLRenderer, size: number) {
    const fine = renderer.extensions.has("EXT_color_buffer_float");
    const options = {
      type: fine ? FloatType : HalfFloatType,
      format: RGFormat,
      minFilter: NearestFilter,
      magFilter: NearestFilter,
      generateMipmaps: false,
    } as const;
    this.bias = fine ? 0.004 : 0.012;
    this.#targets = [
      new WebGLRenderTarget(size, size, options),
      new WebGLRenderTarget(size, size, { ...options, depthBuffer: false }),
      new WebGLRenderTarget(size / 2, size / 2, { ...options, depthBuffer: false }),
      new WebGLRenderTarget(size / 2, size / 2, { ...options, depthBuffer: false }),
    ];
    const page = new Mesh(new PlaneGeometry(2, 2), this.#blur);
    page.frustumCulled = false;
    this.#page.add(page);
    this.#camera.layers.set(casting);
  }

  /** Softened a little, for what lies near what shades it. */
  get near() {
    return this.#targets[0]!.texture;
  }
  /** Softened much, for what is far below. */
  get far() {
    return this.#targets[3]!.texture;
  }

  /** Draws what throws shadows within some metres of a point, as seen from the light. */
  draw(renderer: WebGLRenderer, scene: Scene, at: Vector3, wayToLight: Vector3, radius: number): void {
    const camera = this.#camera;
    camera.left = camera.bottom = -radius;
    camera.right = camera.top = radius;
    camera.far = 2 * radius;
    camera.position.copy(at).addScaledVector(wayToLight, radius);
    camera.lookAt(at);
    camera.updateProjectionMatrix();
    camera.updateMatrixWorld();
    this.matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    const { background } = scene;
    scene.background = null;
    scene.overrideMaterial = this.#depth;
    renderer.setClearColor(0xffffff, 1);
    renderer.setRenderTarget(this.#targets[0]!);
    renderer.clear();
    renderer.render(scene, camera);
    scene.overrideMaterial = null;
    scene.background = background;
    this.#pass(renderer, 0, 1, [1, 0], nearReach);
    this.#pass(renderer, 1, 0, [0, 1], nearReach);
    this.#pass(renderer, 0, 2, [2, 0], farReach);
    this.#pass(renderer, 2, 3, [0, 1], farReach);
    renderer.setRenderTarget(null);
  }

  #pass(renderer: WebGLRenderer, from: number, to: number, step: [number, number], reach: number): void {
    const uniforms = this.#blur.uniforms;
    uniforms["uFrom"]!.value = this.#targets[from]!.texture;
    uniforms["uStep"]!.value = step;
    uniforms["uReach"]!.value = reach;
    uniforms["uCoarser"]!.value = this.#targets[from]!.width / this.#targets[to]!.width;
    renderer.setRenderTarget(this.#targets[to]!);
    renderer.render(this.#page, this.#flat);
  }

  dispose(): void {
    for (const target of this.#targets) target.dispose();
    this.#depth.dispose();
    this.#blur.dispose();
  }
}
