// Two hands on a quiet stage: the one that receives lies on a cushion, the one that gives is where its poses say.
// Poses, dents and points are in the frame of right hands (hand.ts), metres; a left hand is drawn as the mirror image
// of all that is said of it. Nothing is drawn while nothing changes.
import { Color, Group, Scene, Vector3, WebGLRenderer } from "three";
import type { Dent, HandShape, Hands, Point3, Pose, Result } from "../hand/hand.ts";
import { Eye, type FrameOptions } from "./camera.ts";
import { Bedding } from "./bedding.ts";
import { Blush } from "./blush.ts";
import type { Contact, Sample } from "../hand/clips.ts";
import { control } from "./controls.ts";
import { HandView, type Side } from "./hand_view.ts";
import { Marks, type WayPoint } from "./marks.ts";
import { noiseVolume, reliefTile } from "./noise.ts";
import { dentsOf, givesOf, Player } from "./player.ts";
import { Props } from "./props.ts";
import { furnish, rooms, sharedUniforms, wayToKey, type Theme } from "./room.ts";
import { Shadow } from "./shadow.ts";
import { tapOf, type Tap } from "./tap.ts";
import type { Tone } from "./tones.ts";
import { bestView, pointsAround, unseenFrom } from "./view.ts";

export type { FrameOptions } from "./camera.ts";
export type { Clip, Contact, Sample } from "../hand/clips.ts";
export type { WayPoint } from "./marks.ts";
export type { Tap } from "./tap.ts";
export type { Side } from "./hand_view.ts";
export type { Theme } from "./room.ts";

export type Who = "receiver" | "giver";

/** Which way the receiving hand is turned up. */
export type Up = "palm" | "back" | "edge";

const shadowRadius = 0.27;

export class Stage {
  readonly renderer: WebGLRenderer;
  readonly eye = new Eye();
  readonly hands: Record<Who, HandView>;
  readonly #scene = new Scene();
  readonly #turn = new Group();
  /** Plays clips. */
  readonly player = new Player(this);
  readonly #marks = new Marks();
  readonly #props: Props;
  readonly #blush: Record<Who, Blush> = { receiver: new Blush(), giver: new Blush() };
  readonly #letGo: () => void;
  /** Called when a person touches a hand. */
  onTap: ((tap: Tap) => void) | null = null;
  /** Whether force and direction are shown while a clip plays. */
  forcesShown = false;
  readonly #shared = sharedUniforms();
  readonly #shadow: Shadow;
  readonly #makes: Hands;
  readonly #bedding: Bedding;
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
    this.#shared["uShadowMap"]!.value = this.#shadow.near;
    this.#shared["uShadowFar"]!.value = this.#shadow.far;
    this.#shared["uShadowMatrix"]!.value = this.#shadow.matrix;
    this.#shared["uShadowBias"]!.value = this.#shadow.bias;
    this.hands = {
      receiver: new HandView({ ...this.#shared, uTile: { value: tile } }),
      giver: new HandView({ ...this.#shared, uTile: { value: tile } }),
    };
    this.#turn.add(this.hands.receiver.group, this.hands.giver.group);
    this.hands.giver.group.visible = false;
    this.#bedding = new Bedding(this.#shared);
    this.#props = new Props(this.#shared);
    this.hands.receiver.group.add(this.#marks.group, this.#props.group);
    this.#scene.add(this.#turn, this.#bedding.cushion, this.#bedding.ground);
    this.#letGo = control(canvas, this.eye, {
      moved: () => this.draw(),
      tapped: (x, y) => {
        const tap = this.tapAt(x, y);
        if (tap) this.onTap?.(tap);
      },
    });
    canvas.addEventListener("webglcontextrestored", () => {
      this.#shadowStale = true;
      this.draw();
    });
    this.up = "palm";
    this.theme = options.theme ?? "light";
  }

  /** Makes one of the hands anew. Fails with the places of what is wrong in the shape. */
  setShape(who: Who, shape: HandShape): Result<null> {
    const made = this.#makes.make({ level: 2, ...shape });
    if (!made.ok) return made;
    this.hands[who].wear(made.value, shape.years ?? 35);
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
  dents(who: Who, dents: readonly Dent[], seconds = 0): void {
    const view = this.hands[who];
    if (view.pose) view.move(view.pose, dents);
    if (view.hand) {
      this.#blush[who].write(dents, view.hand.positions, view.blush, seconds);
      view.blushed();
    }
    this.#shadowStale = true;
    this.draw();
  }

  /** Colour of a hand's skin beside what dents do: a value a vertex, −1 paler … 1 redder. */
  blush(who: Who, values: Float32Array): void {
    this.hands[who].blush.set(values);
    this.hands[who].blushed();
    this.draw();
  }

  /** Shows a moment of a clip, some seconds after the one before. */
  show(sample: Sample, seconds: number): void {
    this.hands.giver.group.visible = sample.giver !== null;
    if (sample.giver) this.hands.giver.move(sample.giver, givesOf(sample));
    this.hands.receiver.poseOnly(sample.receiver);
    this.dents("receiver", dentsOf(sample.contacts), seconds);
    this.#props.show(sample.thing);
    this.#marks.showForces(this.forcesShown ? sample.contacts.filter(({ rests }) => !rests) : null);
  }

  /** Draws a way over the receiver's skin, or none. */
  showWay(way: readonly WayPoint[] | null): void {
    this.#marks.showWay(way);
    this.draw();
  }

  /** Draws where, which way and how hard pads press, or nothing. */
  showForces(contacts: readonly Contact[] | null): void {
    this.#marks.showForces(contacts);
    this.draw();
  }

  /** What lies at a place of the picture, in shares of its width and height from the upper left corner. */
  tapAt(x: number, y: number): Tap | null {
    const to = new Vector3(2 * x - 1, 1 - 2 * y, 0.5).unproject(this.eye.camera);
    return tapOf(this.hands, this.eye.camera.position, to);
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
    this.#bedding.furnish(room);
    this.#props.furnish(room);
    this.#marks.colour = room.mark;
    for (const view of Object.values(this.hands)) view.zoneColour = room.zone;
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

  /**
   * Looks at moments of a stroke so that what is worked is seen in all of them: both hands near it, from where neither
   * is before it. The hands stay as they are in the last one.
   */
  frameStroke(moments: readonly Sample[], options: FrameOptions = {}): void {
    const whole: Point3[] = [];
    const unseen = moments.map((moment) => {
      this.show(moment, 0);
      this.#scene.updateMatrixWorld();
      whole.push(...this.hands.receiver.jointPoints());
      return unseenFrom(this.hands, moment.contacts);
    });
    const touches = moments.flatMap(({ contacts }) => contacts.filter(({ rests }) => !rests).map(({ at }) => at));
    const near = touches.flatMap(pointsAround);
    this.frame(near.length > 0 ? near : whole, {
      margin: near.length > 0 ? 0.05 : 0.14,
      ...bestView(unseen),
      ...options,
    });
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
    const moving = [
      this.player.advance(seconds),
      this.eye.advance(seconds),
      this.hands.receiver.advance(seconds),
      this.hands.giver.advance(seconds),
    ];
    return moving.some(Boolean);
  }

  /** Draws a picture at once. */
  drawNow(): void {
    for (const view of Object.values(this.hands)) view.refresh();
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
    this.#bedding.settle(hand, placed);
  }

  #shade(): void {
    this.#shadowStale = false;
    const [ends, others] = [this.#shared["uCapsuleA"]!.value, this.#shared["uCapsuleB"]!.value];
    const after = this.hands.receiver.shade(ends, others, 0);
    this.#shared["uCapsules"]!.value = this.hands.giver.shade(ends, others, after);
    this.#shadow.draw(this.renderer, this.#scene, new Vector3(0, 0, -0.04), wayToKey, shadowRadius);
  }

  dispose(): void {
    cancelAnimationFrame(this.#waiting);
    this.#letGo();
    this.#marks.dispose();
    this.#props.dispose();
    for (const view of Object.values(this.hands)) view.dispose();
    this.#bedding.dispose();
    this.#shadow.dispose();
    this.renderer.dispose();
  }
}
