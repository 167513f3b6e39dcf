// The sums of a comparison.
#include "model/comparison.hpp"

namespace rothcheck {

void GroupChange::add(const PersonChange& person) {
  ++people;
  switch (person.effect) {
    case Effect::gain:
      ++gain;
      break;
    case Effect::same:
      ++same;
      break;
    case Effect::loss:
      ++loss;
      break;
    case Effect::open:
      ++open;
      break;
  }
  if (!person.before.settled() || !person.after.settled()) return;
  ++summed;
  before += person.before.most;
  after += person.after.most;
  if (person.effect == Effect::gain) gained += person.by();
  if (person.effect == Effect::loss) lost -= person.by();
}

}  // namespace rothcheck
