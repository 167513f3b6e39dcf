// minizip on a text in memory.
#include "intake/xlsx/zip.hpp"

#include <minizip/unzip.h>

#include <algorithm>
#include <cstring>
#include <limits>

#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

/// A workbook has some dozens of parts.
constexpr std::size_t most_parts = 10'000;
/// A full sheet, 1,048,576 rows of forty cells, is below this.
constexpr std::uint64_t largest_part = std::uint64_t{4} << 30U;
/// Sheets shrink to a tenth or a thirtieth. What shrinks to less than a hundredth has been made to
/// fill a memory, once it is more than a few megabytes.
constexpr std::uint64_t steepest_ratio = 100, always_allowed = std::uint64_t{64} << 20U;

bool is_too_large(std::uint64_t size, std::uint64_t packed) {
  return size > largest_part || (size > always_allowed && size / steepest_ratio > packed);
}

/// All that is unpacked of an archive, whatever is unpacked twice: many sheets may be one part.
bool is_too_much(std::uint64_t size, std::uint64_t packed) {
  return size > 2 * largest_part || (size > 2 * always_allowed && size / steepest_ratio > packed);
}

/// The archive as a file that minizip can read.
struct Memory {
  std::string_view bytes;
  std::uint64_t at = 0;
};

Memory& memory(voidpf opaque) { return *static_cast<Memory*>(opaque); }

voidpf open_memory(voidpf opaque, const void*, int) { return opaque; }

uLong read_memory(voidpf opaque, voidpf, void* into, uLong size) {
  Memory& file = memory(opaque);
  const std::uint64_t count = std::min<std::uint64_t>(size, file.bytes.size() - file.at);
  if (count > 0) std::memcpy(into, file.bytes.data() + file.at, count);
  file.at += count;
  return static_cast<uLong>(count);
}

ZPOS64_T tell_memory(voidpf opaque, voidpf) { return memory(opaque).at; }

long seek_memory(voidpf opaque, voidpf, ZPOS64_T offset, int origin) {
  Memory& file = memory(opaque);
  std::uint64_t start = 0;
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) start = file.at;
  if (origin == ZLIB_FILEFUNC_SEEK_END) start = file.bytes.size();
  if (start + offset > file.bytes.size()) return -1;
  file.at = start + offset;
  return 0;
}

int close_memory(voidpf, voidpf) { return 0; }
int error_of_memory(voidpf, voidpf) { return 0; }

char folded(char c) { return c == '\\' ? '/' : lower(c); }

bool is_same_path(std::string_view a, std::string_view b) {
  if (a.starts_with('/')) a.remove_prefix(1);
  if (b.starts_with('/')) b.remove_prefix(1);
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char one, char other) { return folded(one) == folded(other); });
}

}  // namespace

struct Zip::Archive {
  explicit Archive(std::string_view bytes) : file{bytes} {
    zlib_filefunc64_def functions = {};
    functions.zopen64_file = open_memory;
    functions.zread_file = read_memory;
    functions.ztell64_file = tell_memory;
    functions.zseek64_file = seek_memory;
    functions.zclose_file = close_memory;
    functions.zerror_file = error_of_memory;
    functions.opaque = &file;
    unzip = unzOpen2_64("", &functions);
    if (unzip == nullptr || !list()) fault = Fault::damaged;
  }
  ~Archive() {
    if (unzip != nullptr) unzClose(unzip);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  bool list() {
    int result = unzGoToFirstFile(unzip);
    for (; result == UNZ_OK && parts.size() < most_parts; result = unzGoToNextFile(unzip)) {
      unz_file_info64 info = {};
      char name[512];
      unz64_file_pos place = {};
      if (unzGetCurrentFileInfo64(unzip, &info, name, sizeof name, nullptr, 0, nullptr, 0) !=
              UNZ_OK ||
          unzGetFilePos64(unzip, &place) != UNZ_OK) {
        return false;
      }
      const std::size_t length = std::min<std::size_t>(info.size_filename, sizeof name);
      parts.push_back({std::string{name, length}, info.uncompressed_size, info.compressed_size,
                       (info.flag & 1U) != 0, place.pos_in_zip_directory, place.num_of_file});
    }
    return result == UNZ_END_OF_LIST_OF_FILE;
  }

  bool open(const ZipPart& part) {
    unzCloseCurrentFile(unzip);
    unpacked = 0;
    packed = std::min<std::uint64_t>(part.packed, file.bytes.size());
    ended = false;
    fault = Fault::none;
    if (part.encrypted) {
      fault = Fault::encrypted;
    } else if (is_too_large(part.size, packed) || is_too_much(all_unpacked, file.bytes.size())) {
      fault = Fault::too_large;
    } else {
      const unz64_file_pos place{part.place, part.number};
      const bool opened =
          unzGoToFilePos64(unzip, &place) == UNZ_OK && unzOpenCurrentFile(unzip) == UNZ_OK;
      if (!opened) fault = Fault::damaged;
    }
    return fault == Fault::none;
  }

  std::size_t read(std::span<char> into) {
    if (fault != Fault::none || ended) return 0;
    constexpr std::size_t most = std::numeric_limits<int>::max();
    const auto size = static_cast<unsigned>(std::min(into.size(), most));
    const int count = unzReadCurrentFile(unzip, into.data(), size);
    // Only at the end of the part does closing it tell whether the bytes were those packed.
    if (count < 0 || (count == 0 && unzCloseCurrentFile(unzip) == UNZ_CRCERROR)) {
      fault = Fault::damaged;
    }
    ended = count <= 0;
    if (ended) return 0;
    unpacked += static_cast<std::uint64_t>(count);
    all_unpacked += static_cast<std::uint64_t>(count);
    // What the directory says of the sizes may be a lie.
    if (is_too_large(unpacked, packed) || is_too_much(all_unpacked, file.bytes.size()))
      fault = Fault::too_large;
    return fault == Fault::none ? static_cast<std::size_t>(count) : 0;
  }

  Memory file;
  unzFile unzip = nullptr;
  std::vector<ZipPart> parts;
  std::uint64_t unpacked = 0, packed = 0, all_unpacked = 0;
  bool ended = false;
  Fault fault = Fault::none;
};

Zip::Zip(std::string_view bytes) : archive_{std::make_unique<Archive>(bytes)} {}
Zip::~Zip() = default;

Zip::Fault Zip::fault() const { return archive_->fault; }
const std::vector<ZipPart>& Zip::parts() const { return archive_->parts; }

const ZipPart* Zip::find(std::string_view path) const {
  for (const ZipPart& part : archive_->parts) {
    if (is_same_path(part.path, path)) return &part;
  }
  return nullptr;
}

ByteSource Zip::open(const ZipPart& part) {
  archive_->open(part);
  return [archive = archive_.get()](std::span<char> into) { return archive->read(into); };
}

}  // namespace rothcheck::intake
