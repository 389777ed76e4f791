// Linen: the cushion under the hand and the sleeves, which are the skin of the forearm worn a little wider.
import { light, openness } from "./light_glsl.ts";

export const cushionVertex = /* glsl */ `
${openness}
uniform mat4 uShadowMatrix;
varying vec3 vAt;
varying vec3 vNormal;
varying vec3 vWeave;
varying float vOpen;
varying vec4 vShadowAt;
void main() {
  vec4 at = modelMatrix * vec4(position, 1.0);
  vAt = at.xyz;
  vNormal = normalize(mat3(modelMatrix) * normal);
  vWeave = position * 1000.0;
  // Right under a finger the points lie too far apart to follow its shade: it stays mild.
  vOpen = mix(0.42, 1.0, opennessAt(at.xyz, vNormal));
  vShadowAt = uShadowMatrix * vec4(at.xyz + vNormal * 0.0006, 1.0);
  gl_Position = projectionMatrix * viewMatrix * at;
}
`;

/** How the linen of a sleeve lies, 0 to 1.5, by a place at rest in millimetres of a standard hand. */
const folds = /* glsl */ `
uniform highp sampler3D uNoise;
float folds(vec3 r) {
  float long_ = texture(uNoise, vec3(0.0016, 0.0007, 0.0016) * r).r;
  return long_ + 0.5 * texture(uNoise, vec3(0.0042, 0.0024, 0.0042) * r + 0.4).r;
}
`;

export const sleeveVertex = /* glsl */ `
${openness}
attribute vec3 rest;
uniform mat4 uShadowMatrix;
${folds}
uniform float uCuff;
uniform float uSize;
varying vec3 vAt;
varying vec3 vNormal;
varying vec3 vWeave;
varying float vOpen;
varying vec4 vShadowAt;
varying float vLevel;
varying vec3 vFold;
void main() {
  vLevel = -rest.y;
  vFold = rest * (1000.0 / uSize);
  vec3 r = rest * (1000.0 / uSize);
  float in_ = clamp((vLevel - uCuff) / 0.006, 0.0, 1.0);
  float wide = 0.0012 + 0.0032 * sqrt(in_) + 0.004 * in_ * folds(r) + 0.010 * max(vLevel - uCuff, 0.0);
  wide += 0.0012 * exp(-pow((vLevel - uCuff - 0.004) / 0.003, 2.0));
  vec4 at = modelMatrix * vec4(position + normal * wide, 1.0);
  vAt = at.xyz;
  vNormal = normalize(mat3(modelMatrix) * normal);
  vWeave = rest * 1000.0;
  vOpen = opennessAt(at.xyz, vNormal);
  vShadowAt = uShadowMatrix * vec4(at.xyz + vNormal * 0.0006, 1.0);
  gl_Position = projectionMatrix * viewMatrix * at;
}
`;

const cloth = /* glsl */ `
varying vec3 vAt;
varying vec3 vNormal;
varying vec3 vWeave;
varying float vOpen;
varying vec4 vShadowAt;
${light}
uniform vec3 uCloth;
uniform highp sampler3D uNoise;
vec3 clothShown(vec3 n, float weave) {
  vec3 v = normalize(cameraPosition - vAt);
  float patch_ = texture(uNoise, vWeave / 900.0).r - 0.5;
  vec3 colour = uCloth * (1.0 + 0.06 * weave + 0.05 * patch_);
  float shade = lit(vShadowAt, dot(n, uKeyWay));
  float facing = clamp((dot(n, uKeyWay) + 0.25) / 1.25, 0.0, 1.0);
  float rim = clamp((dot(n, uRimWay) + 0.3) / 1.3, 0.0, 1.0);
  // What falls into a hand's shade comes back from its skin, warm.
  vec3 opens = pow(vec3(vOpen), vec3(0.85, 1.05, 1.12));
  vec3 shades = vec3(shade);
  vec3 diffuse = uKeyColour * facing * shades + uRimColour * rim * rim * opens + skyAt(n) * opens;
  float fuzz = pow(1.0 - clamp(dot(n, v), 0.0, 1.0), 3.0);
  return colour * (diffuse + 0.18 * fuzz * skyAt(n) * opens);
}
`;

export const cushionFragment = /* glsl */ `
${cloth}
void main() {
  vec2 thread = vWeave.xz * 5.2;
  float near = smoothstep(0.5, 0.12, max(length(fwidth(vWeave.xz)), 1e-4));
  float weave = near * (sin(thread.x) * sin(thread.y));
  vec3 n = normalize(normalize(vNormal) + 0.02 * near * vec3(sin(thread.x + 1.5708 * step(0.0, sin(thread.y))), 0.0, sin(thread.y)));
  gl_FragColor = vec4(shown(clothShown(n, weave)) + grain(gl_FragCoord.xy) / 255.0, 1.0);
}
`;

export const sleeveFragment = /* glsl */ `
${cloth.replace("uniform highp sampler3D uNoise;", folds)}
uniform float uCuff;
uniform vec2 uSleeveFade;
varying float vLevel;
varying vec3 vFold;
void main() {
  if (vLevel < uCuff) discard;
  vec3 n = normalize(vNormal);
  float height = 4.0 * folds(vFold);
  vec3 atX = dFdx(vAt) * 1000.0, atY = dFdy(vAt) * 1000.0;
  vec3 r1 = cross(atY, n), r2 = cross(n, atX);
  float det = dot(atX, r1);
  n = normalize(max(abs(det), 1e-9) * n - sign(det) * (dFdx(height) * r1 + dFdy(height) * r2));
  float hem = smoothstep(0.0006, 0.0, abs(vLevel - uCuff - 0.0085));
  vec3 c = clothShown(n, -2.2 * hem) * (1.0 - 0.35 * smoothstep(0.0012, 0.0, vLevel - uCuff));
  float alpha = 1.0 - smoothstep(uSleeveFade.x, uSleeveFade.y, vLevel);
  gl_FragColor = vec4(shown(c) + grain(gl_FragCoord.xy) / 255.0, alpha);
}
`;

/** The soft shade of the cushion on what is behind everything. */
export const groundVertex = /* glsl */ `
uniform vec2 uScale;
varying vec2 vPlace;
void main() {
  vPlace = position.xy * uScale;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

export const groundFragment = /* glsl */ `
varying vec2 vPlace;
uniform vec3 uShade;
uniform float uStrength;
uniform vec2 uHalf;
float grain(vec2 at) { return fract(52.9829189 * fract(dot(at, vec2(0.06711056, 0.00583715)))) - 0.5; }
void main() {
  vec2 q = abs(vPlace) - uHalf + 0.04;
  float d = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - 0.04;
  float a = uStrength * (0.6 * smoothstep(0.03, -0.03, d) + 0.4 * exp(-max(d, 0.0) / 0.06));
  gl_FragColor = vec4(uShade, clamp(a + grain(gl_FragCoord.xy) / 255.0, 0.0, 1.0));
}
`;
