// What all surfaces of the stage share: its lights, soft shadows, and the shade that hands throw on what is near.

/** Capsules that stand for both hands where they shade each other. */
export const mostCapsules = 40;

/** In vertex shaders: how open a place is to the light around, 1 free … 0 covered. */
export const openness = /* glsl */ `
uniform vec4 uCapsuleA[${mostCapsules}];  // one end and the radius
uniform vec3 uCapsuleB[${mostCapsules}];
uniform int uCapsules;
float opennessAt(vec3 p, vec3 n) {
  float open = 1.0;
  for (int i = 0; i < ${mostCapsules}; ++i) {
    if (i >= uCapsules) break;
    vec3 a = uCapsuleA[i].xyz;
    vec3 ab = uCapsuleB[i] - a;
    float t = clamp(dot(p - a, ab) / dot(ab, ab), 0.0, 1.0);
    vec3 d = a + t * ab - p;
    float far = length(d);
    float above = dot(n, d) / max(far, 1e-4);
    float size = min(uCapsuleA[i].w / max(far, 1e-4), 1.0);
    open *= 1.0 - 0.8 * smoothstep(-0.1, 0.9, above) * size * size * sqrt(size);
  }
  return open;
}
`;

/** In fragment shaders: light. All colours are linear. */
export const light = /* glsl */ `
uniform sampler2D uShadowMap;
uniform sampler2D uShadowFar;
uniform vec3 uKeyWay;      // towards the light
uniform vec3 uKeyColour;
uniform vec3 uRimWay;
uniform vec3 uRimColour;
uniform vec3 uSky;
uniform vec3 uGround;
uniform float uShadowBias;

vec2 moments(sampler2D map, vec2 place) {
  ivec2 top = textureSize(map, 0) - 1;
  vec2 at = place * vec2(top + 1) - 0.5;
  vec2 f = fract(at);
  ivec2 i = ivec2(floor(at));
  vec2 a = texelFetch(map, clamp(i, ivec2(0), top), 0).rg;
  vec2 b = texelFetch(map, clamp(i + ivec2(1, 0), ivec2(0), top), 0).rg;
  vec2 c = texelFetch(map, clamp(i + ivec2(0, 1), ivec2(0), top), 0).rg;
  vec2 d = texelFetch(map, clamp(i + ivec2(1, 1), ivec2(0), top), 0).rg;
  return mix(mix(a, b, f.x), mix(c, d, f.x), f.y);
}

// Share that passes (variance shadow map: Donnelly and Lauritzen, 2006).
float passes(vec2 m, float depth, float bias) {
  float behind = depth - m.x - bias;
  if (behind <= 0.0) return 1.0;
  float variance = max(m.y - m.x * m.x, 2e-6);
  return smoothstep(0.22, 1.0, variance / (variance + behind * behind));
}

// Share of the main light that arrives: soft where what shades is far, crisper where it touches.
float lit(vec4 shadowAt, float facing) {
  vec3 p = shadowAt.xyz / shadowAt.w * 0.5 + 0.5;
  if (any(lessThan(p, vec3(0.0))) || any(greaterThan(p, vec3(1.0)))) return 1.0;
  float bias = uShadowBias * (1.0 + 2.0 * (1.0 - clamp(facing, 0.0, 1.0)));
  vec2 near = moments(uShadowMap, p.xy), far = moments(uShadowFar, p.xy);
  float gap = p.z - min(near.x, far.x);
  return mix(passes(near, p.z, bias), passes(far, p.z, bias), smoothstep(0.006, 0.045, gap));
}

vec3 skyAt(vec3 way) {
  return mix(uGround, uSky, smoothstep(-0.7, 0.9, way.y + 0.35 * way.z));
}

float highlight(vec3 n, vec3 v, vec3 l, float roughness) {
  vec3 h = normalize(v + l);
  float a = roughness * roughness;
  float nl = max(dot(n, l), 0.0), nv = max(dot(n, v), 1e-3), nh = max(dot(n, h), 0.0), lh = max(dot(l, h), 1e-3);
  float d = nh * nh * (a * a - 1.0) + 1.0;
  float ggx = a * a / (3.14159 * d * d);
  float k = 0.5 * a + 1e-3;
  float visible = 0.25 / ((nl * (1.0 - k) + k) * (nv * (1.0 - k) + k));
  float fresnel = 0.028 + 0.972 * pow(1.0 - lh, 5.0);
  return ggx * visible * fresnel * nl;
}

// To what a screen shows: a soft shoulder, then sRGB.
vec3 shown(vec3 c) {
  float peak = max(c.r, max(c.g, c.b));
  float start = 0.72;
  if (peak > start) {
    float room = 1.0 - start;
    float pressed = start + room * (1.0 - exp(-(peak - start) / room));
    c *= pressed / peak;
    c = mix(c, vec3(pressed), 0.35 * (1.0 - exp(-(peak - pressed))));
  }
  return mix(c * 12.92, 1.055 * pow(max(c, vec3(0.0)), vec3(1.0 / 2.4)) - 0.055, step(vec3(0.0031308), c));
}

float grain(vec2 at) {
  return fract(52.9829189 * fract(dot(at, vec2(0.06711056, 0.00583715)))) - 0.5;
}
`;
