// Two hands on a quiet stage: the one that receives lies on a cushion, the one that gives is where its poses say.
// Poses, dents and points are in the frame of right hands (hand.ts), metres; a left hand is drawn as the mirror image
// of all that is said of it. Nothing is drawn while nothing changes.
import { Color, Group, Mesh, PlaneGeometry, Scene, ShaderMaterial, Vector2, Vector3, WebGLRenderer } from "three";
import type { Dent, HandShape, Hands, Point3, Pose, Result } from "../hand/hand.ts";
import { Eye, type FrameOptions } from "./camera.ts";
import type { Who } from "./clip.ts";
import { cushionFragment, cushionVertex, groundFragment, groundVertex } from "./cloth_glsl.ts";
import { cushionUnder } from "./cushion.ts";
import { HandView, type Side } from "./hand_view.ts";
import { noiseVolume, reliefTile } from "./noise.ts";
import { furnish, rooms, sharedUniforms, wayToKey, type Theme } from "./room.ts";
import { Shadow } from "./shadow.ts";
import type { Tone } from "./tones.ts";

export type { FrameOptions } from "./camera.ts";
export type { Clip, Contact, Sample, Who } from "./clip.ts";
export type { Side } from "./hand_view.ts";
export type { Theme } from "./room.ts";

/** Which way the receiving hand is turned up. */
export type Up = "palm" | "back" | "edge";

const cushionSize = { half_breadth_m: 0.125, half_length_m: 0.175, height_m: 0.052 };
const shadowRadius = 0.27;

export class Stage {
  readonly renderer: WebGLRenderer;
  readonly eye = new Eye();
  readonly hands: Record<Who, HandView>;
  readonly #scene = new Scene();
  readonly #turn = new Group();
  readonly #shared = sharedUniforms();
  readonly #shadow: Shadow;
  readonly #makes: Hands;
  readonly #cushion: Mesh<PlaneGeometry, ShaderMaterial>;
  readonly #ground: Mesh<PlaneGeometry, ShaderMaterial>;
  #up: Up = "palm";
  #theme: Theme = "light";
  #waiting = 0;
  #last = 0;
  #shadowStale = true;
  #cushionStale = true;

  constructor(canvas: HTMLCanvasElement, hands: Hands, options: { theme?: Theme; keep?: boolean } = {}) {
    this.#makes = hands;
    this.renderer = new WebGLRenderer({ canvas, antialias: true, preserveDrawingBuffer: options.keep ?? false });
    this.renderer.autoClear = true;
    this.#shadow = new Shadow(this.renderer, 1024);
    const tile = reliefTile();
    this.#shared["uNoise"]!.value = noiseVolume();
    this.#shared["uShadowMap"]!.value = this.#shadow.texture;
    this.#shared["uShadowMatrix"]!.value = this.#shadow.matrix;
    this.#shared["uShadowBias"]!.value = this.#shadow.bias;
    this.hands = {
      receiver: new HandView({ ...this.#shared, uTile: { value: tile } }),
      giver: new HandView({ ...this.#shared, uTile: { value: tile } }),
    };
    this.#turn.add(this.hands.receiver.group, this.hands.giver.group);
    this.hands.giver.group.visible = false;
    this.#cushion = new Mesh(new PlaneGeometry(), this.#clothMaterial());
    this.#ground = new Mesh(new PlaneGeometry(1, 1), groundMaterial());
    this.#ground.rotation.x = -Math.PI / 2;
    this.#ground.renderOrder = -1;
    this.#scene.add(this.#turn, this.#cushion, this.#ground);
    this.up = "palm";
    this.theme = options.theme ?? "light";
  }

  /** Makes one of the hands anew. Fails with the places of what is wrong in the shape. */
  setShape(who: Who, shape: HandShape): Result<null> {
    const made = this.#makes.make({ level: 2, ...shape });
    if (!made.ok) return made;
    this.hands[who].wear(made.value);
    this.#changed(who);
    return { ok: true, value: null };
  }

  setSide(who: Who, side: Side): void {
    this.hands[who].side = side;
    this.#changed(who);
  }

  setTone(who: Who, tone: Tone): void {
    this.hands[who].tone = tone;
    this.draw();
  }

  /** Where a sleeve begins, as a share of the forearm from the wrist; null leaves it bare. */
  setSleeve(who: Who, share: number | null): void {
    this.hands[who].sleeveAt = share;
    this.draw();
  }

  setVisible(who: Who, visible: boolean): void {
    this.hands[who].group.visible = visible;
    this.#changed(who);
  }

  setPose(who: Who, pose: Pose): void {
    this.hands[who].move(pose);
    this.#shadowStale = true;
    this.draw();
  }

  /** Dents in a hand's skin, which is paler where it is pressed. */
  dents(who: Who, dents: readonly Dent[]): void {
    const view = this.hands[who];
    if (view.pose) view.move(view.pose, dents);
    this.#shadowStale = true;
    this.draw();
  }

  /** The cushion takes the shape of the receiving hand as it lies now. */
  settle(): void {
    this.#cushionStale = true;
    this.draw();
  }

  /** Highlights zones of a hand by their ids. Fails where one does not exist. */
  mark(who: Who, zones: readonly string[]): Result<unknown> {
    const marked = this.hands[who].mark(zones);
    this.draw();
    return marked;
  }

  set up(up: Up) {
    this.#up = up;
    const turn = this.#turn.rotation;
    // Fingers point away from the person; the palm, the back or the thumb looks up.
    turn.order = "ZXY";
    if (up === "back") turn.set(-Math.PI / 2, 0, 0);
    else if (up === "palm") turn.set(-Math.PI / 2, 0, Math.PI);
    else turn.set(-Math.PI / 2, 0, Math.PI / 2);
    this.#turn.updateMatrixWorld(true);
    this.#cushionStale = this.#shadowStale = true;
    this.draw();
  }
  get up(): Up {
    return this.#up;
  }

  set theme(theme: Theme) {
    this.#theme = theme;
    const room = rooms[theme];
    furnish(this.#shared, theme);
    this.#scene.background = new Color(room.background);
    (this.#cushion.material.uniforms["uCloth"]!.value as Color).set(room.cloth);
    (this.#ground.material.uniforms["uShade"]!.value as Color).set(room.shade).convertLinearToSRGB();
    this.#ground.material.uniforms["uStrength"]!.value = room.shadeStrength;
    this.hands.receiver.clothed(room.sleeve.receiver);
    this.hands.giver.clothed(room.sleeve.giver);
    this.draw();
  }
  get theme(): Theme {
    return this.#theme;
  }

  /** Looks at points of the world of the poses, of a hand's side. */
  frame(points: readonly Point3[], options: FrameOptions = {}, who: Who = "receiver"): void {
    const group = this.hands[who].group;
    group.updateWorldMatrix(true, false);
    this.eye.frame(
      points.map((point) => group.localToWorld(new Vector3(...point))),
      options,
    );
    this.draw();
  }

  resize(width: number, height: number, pixelRatio: number): void {
    this.renderer.setPixelRatio(pixelRatio);
    this.renderer.setSize(width, height, false);
    this.eye.resize(width, height);
    this.draw();
  }

  /** Asks for a picture at the next chance. */
  draw(): void {
    if (this.#waiting === 0) this.#waiting = requestAnimationFrame((time) => this.#tick(time));
  }

  #tick(time: number): void {
    this.#waiting = 0;
    const seconds = Math.min(0.1, Math.max(0, (time - this.#last) / 1000));
    this.#last = time;
    if (this.advance(seconds)) this.draw();
    this.drawNow();
  }

  /** Moves on by some seconds; whether anything still changes. */
  advance(seconds: number): boolean {
    const moving = [this.eye.advance(seconds), this.hands.receiver.advance(seconds), this.hands.giver.advance(seconds)];
    return moving.some(Boolean);
  }

  /** Draws a picture at once. */
  drawNow(): void {
    this.#scene.updateMatrixWorld();
    if (this.#cushionStale) this.#settleCushion();
    if (this.#shadowStale) this.#shade();
    this.renderer.render(this.#scene, this.eye.camera);
  }

  #changed(who: Who): void {
    this.#shadowStale = true;
    if (who === "receiver") this.#cushionStale = true;
    this.draw();
  }

  #settleCushion(): void {
    const { hand, group } = this.hands.receiver;
    if (!hand) return;
    this.#cushionStale = false;
    this.#shadowStale = true;
    const placed = new Float32Array(hand.positions.length);
    const point = new Vector3();
    for (let i = 0; i < placed.length; i += 3)
      point.fromArray(hand.positions, i).applyMatrix4(group.matrixWorld).toArray(placed, i);
    const middle: [number, number] = [0, 0.5 * (hand.elbow[1] * -0.55 - hand.length_m)];
    const { geometry, top_m } = cushionUnder({ positions: placed, count: hand.vertices }, middle, cushionSize);
    this.#cushion.geometry.dispose();
    this.#cushion.geometry = geometry as unknown as PlaneGeometry;
    const { half_breadth_m, half_length_m, height_m } = cushionSize;
    this.#ground.position.set(middle[0], top_m - height_m + 0.004, middle[1]);
    this.#ground.scale.set(2 * half_breadth_m + 0.5, 2 * half_length_m + 0.5, 1);
    const uniforms = this.#ground.material.uniforms;
    uniforms["uHalf"]!.value = new Vector2(half_breadth_m, half_length_m);
    uniforms["uScale"]!.value = new Vector2(this.#ground.scale.x, this.#ground.scale.y);
  }

  #shade(): void {
    this.#shadowStale = false;
    const [ends, others] = [this.#shared["uCapsuleA"]!.value, this.#shared["uCapsuleB"]!.value];
    const after = this.hands.receiver.shade(ends, others, 0);
    this.#shared["uCapsules"]!.value = this.hands.giver.shade(ends, others, after);
    this.#shadow.draw(this.renderer, this.#scene, new Vector3(0, 0, -0.04), wayToKey, shadowRadius);
  }

  #clothMaterial(): ShaderMaterial {
    return new ShaderMaterial({
      vertexShader: cushionVertex,
      fragmentShader: cushionFragment,
      uniforms: { ...this.#shared, uCloth: { value: new Color() } },
    });
  }

  dispose(): void {
    cancelAnimationFrame(this.#waiting);
    for (const view of Object.values(this.hands)) view.dispose();
    this.#cushion.geometry.dispose();
    this.#cushion.material.dispose();
    this.#ground.material.dispose();
    this.#shadow.dispose();
    this.renderer.dispose();
  }
}

function groundMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: groundVertex,
    fragmentShader: groundFragment,
    transparent: true,
    depthWrite: false,
    uniforms: {
      uShade: { value: new Color() },
      uStrength: { value: 0.3 },
      uHalf: { value: new Vector2(0.1, 0.1) },
      uScale: { value: new Vector2(1, 1) },
    },
  });
}
