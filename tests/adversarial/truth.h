// What the chain holds, asked before anybody lies. One block with several transactions and logs holds the
// anchor; others hold what a liar would like to pass off as one.
#pragma once
#include "tests/adversarial/hostile_case.h"
#include "tests/devnet/world.h"

namespace anchorscope::adversarial {

using codec::Json;

/// A transaction as the node tells it, and the envelope of one who claims that it anchors the table.
struct Scene {
    anchor::Envelope envelope;
    devnet::Mined at;
    std::size_t index = 0;         ///< of the transaction in its block
    Json block, receipts, receipt; ///< with whole transactions; all of the block; its own
};

class Truth {
public:
    Truth();

    [[nodiscard]] const Scene& scene(Claim claim) const { return m_scenes.at(claim); }
    /// The anchor that there is.
    [[nodiscard]] const Scene& anchored() const { return scene(Claim::anchored); }
    [[nodiscard]] devnet::World& world() const { return *m_world; }

private:
    Scene told(const devnet::Mined& at);

    std::unique_ptr<devnet::World> m_world;
    std::map<Claim, Scene> m_scenes;
};

} // namespace anchorscope::adversarial
