#include "dent_targets.hpp"

#include <algorithm>

namespace thenar::motion {
namespace {

constexpr double kSeenM = 0.0001;     ///< less does not count as moved
constexpr double kNormalSeen = 0.03;  ///< of a normal
constexpr double kNearEnoughM = 0.0003;
constexpr int kRounds = 60;  ///< of the search for weights

/// A column a sample: where the vertices that ever move go, in the frame at rest.
struct Moves {
  std::vector<std::uint32_t> vertices;
  Eigen::MatrixXd columns;
};

hand::Mat3 blended(const hand::HandModel& model, const std::array<hand::Rigid, hand::kBones>& bones,
                   std::size_t vertex) {
  hand::Mat3 sum = hand::Mat3::Zero();
  const hand::Influence& influence = model.skin[vertex];
  for (std::size_t i = 0; i < 4; ++i)
    sum += static_cast<double>(influence.weights[i]) * bones[influence.bones[i]].rotation.toRotationMatrix();
  return sum;
}

/// How the vertices move at a sample, at rest.
std::vector<Vec3> moves_at(const YieldingHand& hand, const Sample& sample) {
  const auto bones = hand::bones_at(hand.model.skeleton, sample.*hand.pose);
  std::vector<Vec3> posed(hand.model.positions.size());
  hand::skin(hand.model, bones, posed);
  std::vector<Vec3> dented = posed;
  add_dents(hand.dents(sample.contacts), hand.deepest, dented);
  std::vector<Vec3> moves(posed.size(), Vec3::Zero());
  for (std::size_t v = 0; v < posed.size(); ++v) {
    const Vec3 move = dented[v] - posed[v];
    if (move.norm() > kSeenM) moves[v] = blended(hand.model, bones, v).inverse() * move;
  }
  return moves;
}

Moves moves_of(const YieldingHand& hand, const Clip& clip) {
  std::vector<std::vector<Vec3>> all;
  for (const Sample& sample : clip.samples) all.push_back(moves_at(hand, sample));
  Moves out;
  for (std::size_t v = 0; v < hand.model.positions.size(); ++v)
    if (std::any_of(all.begin(), all.end(), [&](const auto& moves) { return !moves[v].isZero(); }))
      out.vertices.push_back(static_cast<std::uint32_t>(v));
  out.columns.resize(static_cast<Eigen::Index>(3 * out.vertices.size()),
                     static_cast<Eigen::Index>(all.size()));
  for (Eigen::Index k = 0; k < out.columns.cols(); ++k)
    for (std::size_t i = 0; i < out.vertices.size(); ++i)
      out.columns.col(k).segment<3>(static_cast<Eigen::Index>(3 * i)) =
          all[static_cast<std::size_t>(k)][out.vertices[i]];
  return out;
}

/// Shares from 0 to 1 of some shapes that come nearest to each column, one coordinate at a time.
Eigen::MatrixXd shares_of(const Eigen::MatrixXd& shapes, const Eigen::MatrixXd& columns) {
  const Eigen::MatrixXd gram = shapes.transpose() * shapes;
  const Eigen::MatrixXd wanted = shapes.transpose() * columns;
  Eigen::MatrixXd shares = Eigen::MatrixXd::Zero(shapes.cols(), columns.cols());
  for (int round = 0; round < kRounds; ++round)
    for (Eigen::Index i = 0; i < shapes.cols(); ++i) {
      const Eigen::RowVectorXd step = (wanted.row(i) - gram.row(i) * shares) / gram(i, i);
      shares.row(i) = (shares.row(i) + step).cwiseMax(0).cwiseMin(1);
    }
  return shares;
}

/// The column with the farthest vertex, and how far that is.
std::pair<Eigen::Index, double> farthest(const Eigen::MatrixXd& columns) {
  std::pair<Eigen::Index, double> out{0, 0};
  for (Eigen::Index k = 0; k < columns.cols(); ++k)
    for (Eigen::Index i = 0; i < columns.rows(); i += 3)
      out = std::max(out, {k, columns.col(k).segment<3>(i).norm()},
                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return out;
}

DentTarget target_of(const hand::HandModel& model, const std::vector<Vec3>& normals, const Moves& moves,
                     Eigen::Index column) {
  std::vector<Vec3> move(model.positions.size(), Vec3::Zero());
  std::vector<Vec3> positions = model.positions;
  for (std::size_t i = 0; i < moves.vertices.size(); ++i) {
    move[moves.vertices[i]] = moves.columns.col(column).segment<3>(static_cast<Eigen::Index>(3 * i));
    positions[moves.vertices[i]] += move[moves.vertices[i]];
  }
  const auto dented = hand::vertex_normals(positions, model.triangles);
  DentTarget out;
  for (std::size_t v = 0; v < positions.size(); ++v) {
    const Vec3 turned = dented[v] - normals[v];
    if (move[v].isZero() && turned.norm() < kNormalSeen) continue;
    out.vertices.push_back(static_cast<std::uint32_t>(v));
    out.moves.push_back(move[v]);
    out.normals.push_back(turned);
  }
  return out;
}

}  // namespace

DentTargets dent_targets(const YieldingHand& hand, const Clip& clip) {
  const hand::HandModel& model = hand.model;
  DentTargets out;
  out.weights.resize(clip.samples.size());
  const Moves moves = moves_of(hand, clip);
  if (moves.vertices.empty()) return out;
  Eigen::MatrixXd shapes(moves.columns.rows(), 0);
  Eigen::MatrixXd shares;
  std::vector<Eigen::Index> taken;
  auto worst = farthest(moves.columns);
  while (worst.second > kNearEnoughM && taken.size() < kMostTargets) {
    taken.push_back(worst.first);
    shapes.conservativeResize(Eigen::NoChange, shapes.cols() + 1);
    shapes.rightCols(1) = moves.columns.col(worst.first);
    shares = shares_of(shapes, moves.columns);
    worst = farthest(moves.columns - shapes * shares);
  }
  out.off_m = worst.second;
  const auto normals = hand::vertex_normals(model.positions, model.triangles);
  for (const Eigen::Index column : taken) out.targets.push_back(target_of(model, normals, moves, column));
  for (std::size_t k = 0; k < clip.samples.size(); ++k)
    for (std::size_t i = 0; i < taken.size(); ++i)
      out.weights[k].push_back(shares(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)));
  return out;
}

}  // namespace thenar::motion
