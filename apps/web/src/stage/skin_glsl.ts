// The shader of skin. Patterns live on the hand at rest, in millimetres of a standard hand, so that they stretch
// with the skin; relief becomes slopes along the screen (Mikkelsen, 2010).
import { light, openness } from "./light_glsl.ts";

const varyings = /* glsl */ `
varying vec3 vAt;
varying vec3 vNormal;
varying vec3 vRest;
varying vec3 vRestNormal;
varying vec4 vChart;
varying float vBlush;
varying float vZone;
varying float vOpen;
varying vec4 vShadowAt;
`;

export const skinVertex = /* glsl */ `
${openness}
attribute vec3 rest;
attribute vec3 restNormal;
attribute vec4 chart;
attribute float blush;
attribute float zoneDistance;
uniform float uSize;
uniform mat4 uShadowMatrix;
${varyings}void main() {
  vec4 at = modelMatrix * vec4(position, 1.0);
  vec3 n = normalize(mat3(modelMatrix) * normal);
  vAt = at.xyz;
  vNormal = n;
  vRest = rest * (1000.0 / uSize);
  vRestNormal = restNormal;
  vChart = chart;
  vBlush = blush;
  vZone = zoneDistance * 1000.0;
  vOpen = opennessAt(at.xyz, n);
  vShadowAt = uShadowMatrix * vec4(at.xyz + n * 0.0004, 1.0);
  gl_Position = projectionMatrix * viewMatrix * at;
}
`;

const relief = /* glsl */ `
uniform sampler2D uLines;   // red: furrows of the palm, green: of the back, blue: veins and tendons
uniform float uYears;     // how far veins and fine folds of the back stand out: 0 a child's, 1 usual
uniform vec4 uLinesBox;     // x, y of its corner and size, millimetres
uniform sampler2D uTile;
uniform highp sampler3D uNoise;

float noiseAt(vec3 p) { return texture(uNoise, p).r; }

// Slope of the height along x and y of the screen, collected.
vec2 slope;
vec3 restX, restY;
void lean(vec3 gradient) { slope += vec2(dot(gradient, restX), dot(gradient, restY)); }

float palmar() { return smoothstep(-0.25, 0.45, vChart.z); }
float dorsal() { return smoothstep(0.1, -0.5, vChart.z); }

// Furrows that were drawn on the hand at rest, seen along z.
vec3 linesAt(vec2 at) { return texture(uLines, (at - uLinesBox.xy) / uLinesBox.zw).rgb; }
vec3 drawnFurrows() {
  const float step = 0.3;
  vec3 here = linesAt(vRest.xy);
  vec3 byX = (linesAt(vRest.xy + vec2(step, 0.0)) - here) / step;
  vec3 byY = (linesAt(vRest.xy + vec2(0.0, step)) - here) / step;
  float front = smoothstep(0.05, 0.5, -vRestNormal.z), back = smoothstep(0.1, 0.6, vRestNormal.z);
  lean(-0.5 * front * vec3(byX.r, byY.r, 0.0));
  lean(-0.3 * uYears * back * vec3(byX.g, byY.g, 0.0));
  lean(0.55 * uYears * back * vec3(byX.b, byY.b, 0.0));
  return vec3(front * here.r, uYears * back * here.g, uYears * back * here.b);
}

// One furrow across a digit; its depth here.
float furrow(float along, float at, float width, float depth) {
  float x = (along - at) / width;
  // Finer than two pixels it would only flicker.
  float deep = depth * exp(-x * x) * smoothstep(0.5, 1.8, width / max(fwidth(vChart.x), 1e-6));
  float rate = 2.0 * x / width * deep;
  slope += rate * vec2(dFdx(vChart.x), dFdy(vChart.x));
  return deep;
}

float jointFurrows(float wobble) {
  float uneven = noiseAt(vRest / 95.0 + 0.2) - 0.5;
  float along = vChart.x + 0.07 * wobble + 0.02 * uneven;
  float thumb = step(vChart.w, 0.0), finger = 1.0 - thumb;
  float digit = mix(smoothstep(0.3, 0.45, along), smoothstep(0.8, 0.9, along), thumb);
  float front = smoothstep(0.0, 0.75, vChart.z) * digit, back = dorsal() * digit;
  float broken = clamp(1.0 + 1.6 * uneven, 0.3, 1.6);
  furrow(along, 1.0, 0.16, 0.32 * front);
  furrow(along, 2.0, 0.2, 0.28 * front);
  furrow(along, 0.45, 0.14, 0.3 * front * finger);
  furrow(along, 1.0, 0.11, -0.35 * back);
  float deep = 0.0;
  deep += furrow(along, mix(0.975, 1.02, thumb), 0.014, 0.2 * front * broken);
  deep += furrow(along, 1.045, 0.012, 0.15 * front * finger * (2.0 - broken));
  deep += furrow(along, 1.99, 0.019, 0.19 * front * broken);
  deep += furrow(along, 0.50, 0.017, 0.2 * front * finger * broken);
  for (int i = 0; i < 6; ++i) {
    float k = float(i) - 2.5;
    float at = 0.98 + 0.05 * k + 0.05 * wobble * k;
    deep += furrow(along, at, 0.014, (0.15 - 0.025 * abs(k)) * back * broken * (1.0 - 0.5 * thumb));
  }
  for (int i = 0; i < 4; ++i) deep += furrow(along, 1.9 + 0.04 * float(i) * (1.0 + 0.3 * wobble), 0.013, 0.09 * back * broken);
  return deep;
}

// Fine relief from three sides.
float fineRelief(float strength) {
  vec3 w = pow(abs(vRestNormal), vec3(4.0));
  w /= w.x + w.y + w.z;
  vec3 p = vRest / 13.0;
  vec3 byX = texture(uTile, p.yz).rgb, byY = texture(uTile, p.zx).rgb, byZ = texture(uTile, p.xy).rgb;
  vec2 sx = byX.rg - 0.502, sy = byY.rg - 0.502, sz = byZ.rg - 0.502;
  lean(strength * (w.x * vec3(0.0, sx.x, sx.y) + w.y * vec3(sy.y, 0.0, sy.x) + w.z * vec3(sz.x, sz.y, 0.0)));
  return w.x * byX.b + w.y * byY.b + w.z * byZ.b;
}
`;

const nails = /* glsl */ `
struct Nail { float on; float rim; float moon; float edge; };
Nail nailHere() {
  float u = vChart.y, v = vChart.x - 2.0;
  // Rounder towards the knuckle than at its free edge.
  float corner = mix(0.5, 0.3, smoothstep(0.6, 0.85, v));
  vec2 from = vec2(abs(u), abs(v - 0.735) * 2.3) - (vec2(0.74, 0.55) - corner);
  float d = length(max(from, 0.0)) + min(max(from.x, from.y), 0.0) - corner;
  float faces = smoothstep(0.05, 0.35, -vChart.z) * step(0.0, v);
  float soft = max(fwidth(d), 0.02);
  Nail nail;
  nail.on = faces * smoothstep(soft, -soft, d);
  nail.rim = faces * smoothstep(0.12, 0.0, abs(d));
  nail.moon = smoothstep(0.5, 0.3, length(vec2(u * 0.9, (v - 0.56) * 3.2)));
  nail.edge = smoothstep(0.885, 0.915, v + 0.05 * u * u);
  slope += nail.on * vec2(0.0);
  return nail;
}
`;

const main = /* glsl */ `
uniform vec3 uBack, uPalm, uBlood, uNail, uCrease;
uniform vec3 uZoneColour;
uniform float uZoneShown;
uniform float uGloss;
uniform float uHidden;     // beyond, skin is inside the sleeve

vec3 skinColour(vec3 drawn, float deep, float fine, out float red) {
  vec3 p = vRest;
  float big = noiseAt(p / 700.0) - 0.5, middle = noiseAt(p / 210.0 + 0.3) - 0.5, small = noiseAt(p / 64.0 + 0.7) - 0.5;
  float front = palmar();
  float tip = smoothstep(2.3, 2.95, vChart.x);
  float knuckle = dorsal() * (exp(-pow((vChart.x - 1.0) / 0.22, 2.0)) + 0.7 * exp(-pow((vChart.x - 2.0) / 0.2, 2.0)) +
                              0.6 * exp(-pow(vChart.x / 0.3, 2.0)));
  float mounds = front * smoothstep(0.0, -0.2, vChart.x) * smoothstep(12.0, 34.0, abs(vRest.x + 4.0));
  vec3 colour = mix(uBack, uPalm, front);
  red = 0.3 * big + (0.32 + 0.4 * front) * middle + (0.22 + 0.38 * front) * small + 0.6 * tip + 0.55 * knuckle + 0.5 * mounds - 0.1;
  red += 0.9 * clamp(vBlush, 0.0, 1.0);
  float pale = clamp(-vBlush, 0.0, 1.0);
  colour *= pow(uBlood, vec3(1.15 * red - 1.1 * pale));
  colour *= 1.0 + 0.10 * pale;
  colour *= 1.0 + 0.05 * (small + middle);
  colour *= 0.965 + 0.035 * fine;
  colour = mix(colour, uCrease, clamp(0.36 * drawn.r + 0.25 * drawn.g + 0.6 * deep, 0.0, 0.6));
  colour = mix(colour, colour * vec3(0.82, 0.93, 1.0), 0.35 * drawn.b * (1.0 - front));
  return colour;
}

vec3 bumped(vec3 n) {
  vec3 atX = dFdx(vAt) * 1000.0, atY = dFdy(vAt) * 1000.0;
  vec3 r1 = cross(atY, n), r2 = cross(n, atX);
  float det = dot(atX, r1);
  vec3 gradient = sign(det) * (slope.x * r1 + slope.y * r2);
  return normalize(max(abs(det), 1e-9) * n - gradient);
}

void main() {
  float level = -vRest.y * 0.001;
  if (level > uHidden) discard;
  slope = vec2(0.0);
  restX = dFdx(vRest);
  restY = dFdy(vRest);
  vec3 flat_ = normalize(vNormal);
  vec3 v = normalize(cameraPosition - vAt);
  float wobble = noiseAt(vRest / 160.0) - 0.5;
  float near = smoothstep(0.9, 0.25, max(length(restX), length(restY)));
  vec3 drawn = drawnFurrows();
  float deep = jointFurrows(wobble);
  Nail nail = nailHere();
  float fine = fineRelief(mix(0.12, 0.06, palmar()) * near * (1.0 - nail.on));
  slope *= 1.0 - 0.92 * nail.on;
  float red;
  vec3 colour = skinColour(drawn, deep, mix(1.0, fine, near), red);
  vec3 nailColour = mix(uNail, mix(uNail, uNail * 1.2 + 0.04, 0.8), nail.moon * 0.6);
  nailColour = mix(nailColour, mix(uNail, uNail * 1.25 + 0.06, 0.8), nail.edge);
  colour = mix(colour, colour * vec3(0.82, 0.70, 0.66), 0.5 * nail.rim * (1.0 - nail.on));
  colour = mix(colour, nailColour, nail.on);
  float inZone = uZoneShown * smoothstep(0.55, -0.55, vZone);
  float onEdge = uZoneShown * (1.0 - smoothstep(0.35, 0.35 + max(fwidth(vZone), 0.35), abs(vZone)));
  colour = mix(colour, mix(colour, uZoneColour, 0.45) * 1.08, inZone);

  vec3 n = bumped(flat_);
  // Light is carried sideways inside skin, red the farthest: each colour sees its own softened relief and edge.
  vec3 nRed = normalize(mix(n, flat_, 0.75)), nGreen = normalize(mix(n, flat_, 0.35));
  float shade = lit(vShadowAt, dot(flat_, uKeyWay));
  vec3 shades = mix(vec3(0.2, 0.085, 0.05), vec3(1.0), shade);
  vec3 wrap = mix(vec3(0.42, 0.20, 0.13), vec3(0.15), nail.on);
  vec3 facing = vec3(dot(nRed, uKeyWay), dot(nGreen, uKeyWay), dot(n, uKeyWay));
  vec3 soft = clamp((facing + wrap) / (1.0 + wrap), 0.0, 1.0);
  vec3 rimFacing = clamp((vec3(dot(nRed, uRimWay), dot(nGreen, uRimWay), dot(n, uRimWay)) + wrap) / (1.0 + wrap), 0.0, 1.0);
  float open = vOpen * (1.0 - 0.35 * clamp(deep * 2.5 + 0.6 * drawn.r, 0.0, 1.0));
  vec3 opens = pow(vec3(open), vec3(0.75, 1.08, 1.15));
  vec3 around = 0.5 * (skyAt(nRed) + skyAt(n)) * vec3(1.05, 0.98, 0.94);
  vec3 diffuse = uKeyColour * soft * sqrt(soft) * shades + uRimColour * rimFacing * rimFacing * opens + around * opens;
  float edge = pow(1.0 - clamp(dot(flat_, v), 0.0, 1.0), 3.0);
  vec3 result = colour * diffuse;
  result += colour * vec3(0.30, 0.07, 0.03) * edge * opens * around;
  float rough = mix(mix(0.46, 0.42, palmar()), 0.22, nail.on) + 0.06 * wobble;
  float gloss = highlight(n, v, uKeyWay, rough) * shade * 0.85 + highlight(n, v, uKeyWay, 0.3) * shade * 0.12;
  result += uGloss * (uKeyColour * gloss + uRimColour * highlight(n, v, uRimWay, rough) * open);
  float fresnel = 0.028 + 0.5 * pow(1.0 - clamp(dot(n, v), 0.0, 1.0), 5.0);
  result += skyAt(reflect(-v, n)) * fresnel * open * open * mix(0.8, 1.5, nail.on);
  result = mix(result, uZoneColour * (0.4 + 0.8 * dot(diffuse, vec3(0.333))), 0.75 * onEdge);
  gl_FragColor = vec4(shown(result) + grain(gl_FragCoord.xy) / 255.0, 1.0);
}
`;

export const skinFragment = /* glsl */ `
${varyings}${light}
${relief}
${nails}
${main}
`;
