// A zip archive in memory, a part at a time, with a ceiling on what a part may unpack to.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "intake/xml/xml.hpp"

namespace rothcheck::intake {

struct ZipPart {
  std::string path;            // as the archive writes it
  std::uint64_t size, packed;  // as the archive states them
  bool encrypted;
  std::uint64_t place, number;  // in the archive's directory
};

class Zip {
 public:
  enum class Fault : std::uint8_t { none, damaged, encrypted, too_large };

  /// Reads the directory of the archive; its bytes must outlive it.
  explicit Zip(std::string_view bytes);
  ~Zip();
  Zip(const Zip&) = delete;
  Zip& operator=(const Zip&) = delete;

  /// `damaged` when the directory cannot be read, then whatever befell the part opened last.
  Fault fault() const;
  const std::vector<ZipPart>& parts() const;
  /// Without regard to case, `\` being `/`, as spreadsheets find their parts; null when there is
  /// none.
  const ZipPart* find(std::string_view path) const;

  /// The bytes of a part, until the next one is opened. When they end too early, `fault` says why.
  ByteSource open(const ZipPart& part);

 private:
  struct Archive;
  std::unique_ptr<Archive> archive_;
};

}  // namespace rothcheck::intake
