// The words of a comparison, and its sums.
#include "model/comparison.hpp"

namespace rothcheck {

std::string_view to_string(Change change) {
  switch (change) {
    case Change::added:
      return "added";
    case Change::removed:
      return "removed";
    case Change::changed:
      return "changed";
  }
  return "";
}

std::string_view to_string(Effect effect) {
  switch (effect) {
    case Effect::gain:
      return "gain";
    case Effect::same:
      return "same";
    case Effect::loss:
      return "loss";
    case Effect::open:
      return "open";
  }
  return "";
}

std::string_view to_string(AskedAbout asked) {
  switch (asked) {
    case AskedAbout::nobody:
      return "nobody";
    case AskedAbout::participants:
      return "participants";
    case AskedAbout::scenarios:
      return "scenarios";
  }
  return "";
}

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
