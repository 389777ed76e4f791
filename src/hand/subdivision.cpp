#include "thenar/hand/subdivision.hpp"

#include <algorithm>
#include <map>

namespace thenar::hand {
namespace {

using Means = std::map<std::int32_t, double>;

struct Edge {
  std::int32_t a = 0;
  std::int32_t b = 0;
  std::int32_t faces[2] = {-1, -1};
  bool boundary() const { return faces[1] < 0; }
};

struct Edges {
  std::vector<Edge> all;
  std::vector<std::array<std::int32_t, 4>> of_face;  ///< the edge that begins at each corner
};

Edges edges_of(const std::vector<Quad>& quads) {
  Edges edges;
  std::map<std::pair<std::int32_t, std::int32_t>, std::int32_t> known;
  edges.of_face.resize(quads.size());
  for (std::size_t f = 0; f < quads.size(); ++f) {
    for (std::size_t c = 0; c < 4; ++c) {
      const auto [a, b] = std::minmax(quads[f][c], quads[f][(c + 1) % 4]);
      const auto [at, fresh] = known.try_emplace({a, b}, static_cast<std::int32_t>(edges.all.size()));
      if (fresh) edges.all.push_back({a, b, {-1, -1}});
      Edge& edge = edges.all[static_cast<std::size_t>(at->second)];
      edge.faces[fresh ? 0 : 1] = static_cast<std::int32_t>(f);
      edges.of_face[f][c] = at->second;
    }
  }
  return edges;
}

void add_face(Means& row, const Quad& quad, double weight) {
  for (const std::int32_t corner : quad) row[corner] += weight / 4;
}

Means edge_row(const Edge& edge, const std::vector<Quad>& quads) {
  if (edge.boundary()) return {{edge.a, 0.5}, {edge.b, 0.5}};
  Means row{{edge.a, 0.25}, {edge.b, 0.25}};
  for (const std::int32_t face : edge.faces) add_face(row, quads[static_cast<std::size_t>(face)], 0.25);
  return row;
}

/// (F + 2R + (n − 3) P) / n inside: F the mean of the faces' points, R of the edges' middles, n their number.
std::vector<Means> vertex_rows(std::size_t vertices, const std::vector<Quad>& quads, const Edges& edges) {
  std::vector<Means> rows(vertices);
  std::vector<int> valence(vertices, 0);
  std::vector<bool> open(vertices, false);
  for (const Edge& edge : edges.all)
    for (const std::int32_t end : {edge.a, edge.b}) {
      ++valence[static_cast<std::size_t>(end)];
      if (edge.boundary()) open[static_cast<std::size_t>(end)] = true;
    }
  for (const Edge& edge : edges.all)
    for (const auto& [end, other] : {std::pair(edge.a, edge.b), std::pair(edge.b, edge.a)}) {
      const auto v = static_cast<std::size_t>(end);
      const double n = valence[v];
      if (open[v] && edge.boundary()) rows[v][other] += 0.125;
      if (open[v]) continue;
      rows[v][end] += 1 / (n * n);
      rows[v][other] += 1 / (n * n);
    }
  for (const Quad& quad : quads)
    for (const std::int32_t corner : quad) {
      const auto v = static_cast<std::size_t>(corner);
      const double n = valence[v];
      if (!open[v]) add_face(rows[v], quad, 1 / (n * n));
    }
  for (std::size_t v = 0; v < vertices; ++v)
    rows[v][static_cast<std::int32_t>(v)] += open[v] ? 0.75 : (valence[v] - 3.0) / valence[v];
  return rows;
}

}  // namespace

Refinement refine(std::size_t vertices, const std::vector<Quad>& quads) {
  const Edges edges = edges_of(quads);
  std::vector<Means> rows = vertex_rows(vertices, quads, edges);
  for (const Edge& edge : edges.all) rows.push_back(edge_row(edge, quads));
  for (const Quad& quad : quads) add_face(rows.emplace_back(), quad, 1);

  Refinement out;
  out.begin.push_back(0);
  for (const Means& row : rows) {
    for (const auto& [source, weight] : row) {
      out.source.push_back(source);
      out.weight.push_back(weight);
    }
    out.begin.push_back(static_cast<std::int32_t>(out.source.size()));
  }
  const auto edge_at = static_cast<std::int32_t>(vertices);
  const auto face_at = edge_at + static_cast<std::int32_t>(edges.all.size());
  for (std::size_t f = 0; f < quads.size(); ++f)
    for (std::size_t c = 0; c < 4; ++c)
      out.quads.push_back({quads[f][c], edge_at + edges.of_face[f][c], face_at + static_cast<std::int32_t>(f),
                           edge_at + edges.of_face[f][(c + 3) % 4]});
  return out;
}

}  // namespace thenar::hand
