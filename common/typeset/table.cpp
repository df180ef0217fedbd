// Tables: centred, each column as wide as its words want, a line under every row but the last. Where room is
// scarce a table that is too tall is set in parts side by side, each under the header.
#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "common/typeset/column_widths.h"
#include "common/typeset/scripts.h"
#include "common/typeset/table_rows.h"

namespace lectern::typeset {
namespace {

constexpr double padding_em_vertical = 0.2;
constexpr double padding_em_horizontal = 0.5;
constexpr std::size_t max_parts = 3;
constexpr double gap_em = 2;  // between parts

/// The fragment that all of a cell is; 0: there is none.
int fragment_of(const deck::Inlines& cell) {
  std::optional<int> common;
  for (const deck::Inline& part : cell) {
    if (std::holds_alternative<deck::LineBreak>(part)) continue;
    const int fragment = std::visit(
        []<class Kind>(const Kind& one) {
          if constexpr (requires { one.fragment; }) return one.fragment;
          return 0;
        },
        part);
    if (fragment != common.value_or(fragment)) return 0;
    common = fragment;
  }
  return common.value_or(0);
}

deck::Inlines without_fragments(deck::Inlines cell) {
  for (deck::Inline& part : cell)
    std::visit(
        []<class Kind>(Kind& one) {
          if constexpr (requires { one.fragment; }) one.fragment = 0;
        },
        part);
  return cell;
}

class TableBlock : public Block {
 public:
  TableBlock(Setting& setting, const deck::Table& table, const Surroundings& surroundings)
      : setting_(setting),
        style_{.padding_x = padding_em_horizontal * surroundings.text.font.pixels,
               .padding_y = padding_em_vertical * surroundings.text.font.pixels,
               .is_mirrored = surroundings.text.direction == deck::TextDirection::right_to_left},
        gap_(gap_em * surroundings.text.font.pixels),
        columns_(table.columns.size()) {
    TextStyle header_style = surroundings.text;
    header_style.font.weight = bold_weight;
    const std::size_t header_count = table.header.empty() ? 0 : is_room_scarce() ? max_parts : 1;
    for (std::size_t i = 0; i < header_count; ++i)
      headers_.push_back(rows(table, table.header, 0, "th", header_style));
    rows_ = rows(table, table.body, table.header.size(), "td", surroundings.text);
    widen(columns_, std::exchange(wide_cells_, {}));
  }

  Widths widths() override { return table_widths(columns_); }

  void place(Sheet& sheet, Flow& flow, double left, double width) override {
    const double top = flow.settle();
    const std::size_t count = part_count(width, setting_.area_height - top);
    const std::size_t break_count = sheet.breaks.size();
    std::vector<double> bottoms;
    double height = 0;
    for (std::size_t i = 0; i < count; ++i) {
      TableRows rows = part(i, count, width);
      const auto place = static_cast<double>(style_.is_mirrored ? count - 1 - i : i);
      const double step = rows.width() + gap_,
                   free_width = width - (static_cast<double>(count) * step - gap_);
      bottoms = rows.place(sheet, left + free_width / 2 + place * step, top);
      height = std::max(height, rows.height());
    }
    sheet.breaks.resize(break_count);  // between rows, not through one
    if (count == 1) sheet.breaks.insert(sheet.breaks.end(), bottoms.begin(), bottoms.end());
    flow.advance(height);
  }

 private:
  bool is_room_scarce() const { return setting_.room != Room::ample; }

  /// `first_row` is the number that the first of them has in the table.
  std::vector<TableRow> rows(const deck::Table& table, const std::vector<deck::Table::Row>& from,
                             std::size_t first_row, const char* kind, const TextStyle& style) {
    std::vector<TableRow> result;
    std::vector<std::size_t> covered_until(columns_.size());  // the row before which a cell ends
    auto span = std::ranges::lower_bound(table.spans, first_row, {}, &deck::Span::row);
    for (std::size_t i = 0; i < from.size() && setting_.bytes_left > 0; ++i) {
      assert(from[i].size() == columns_.size());
      TableRow& row = result.emplace_back(TableRow{.kind = kind, .cells = {}});
      deck::Span place{.row = first_row + i};
      for (; place.column < columns_.size(); place.column += place.column_count) {
        place.row_count = place.column_count = 1;
        if (covered_until[place.column] > i) continue;
        if (!setting_.afford_piece()) break;
        place.align = table.columns[place.column];
        if (span != table.spans.end() && span->row == place.row && span->column == place.column) {
          place = *span++;
          if (place.column_count == 1) place.align = table.columns[place.column];
        }
        std::fill_n(covered_until.begin() + static_cast<std::ptrdiff_t>(place.column), place.column_count,
                    i + place.row_count);
        row.cells.push_back(cell(from[i][place.column], place, style));
      }
    }
    for (std::size_t i = 0; i < result.size(); ++i)  // some may be left out
      for (TableCell& cell : result[i].cells) cell.row_count = std::min(cell.row_count, result.size() - i);
    return result;
  }

  TableCell cell(const deck::Inlines& content, const deck::Span& place, TextStyle style) {
    style.align = place.align == deck::Align::none ? start_of(style.direction) : place.align;
    const int fragment = fragment_of(content);
    TableCell cell{.text = Text(setting_, fragment == 0 ? content : without_fragments(content), style),
                   .plain = folded(deck::plain_text(content)),
                   .fragment = fragment,
                   .column = place.column,
                   .column_count = place.column_count,
                   .row_count = place.row_count};
    Widths widths = cell.text.widths();
    widths.min += 2 * style_.padding_x;
    widths.max += 2 * style_.padding_x;
    if (place.column_count == 1)
      columns_[place.column].cover(widths);
    else
      wide_cells_.push_back({place.column, place.column_count, widths});
    return cell;
  }

  double part_width(double width, std::size_t count) const {
    return (width - gap_ * static_cast<double>(count - 1)) / static_cast<double>(count);
  }

  /// Where there is no room, columns are narrower than their longest words rather than off the slide.
  std::vector<double> widths_in(double available) const {
    std::vector<double> widths = column_widths(columns_, available);
    const double wanted = table_widths(columns_).min;
    if (setting_.room == Room::none && wanted > available)
      for (double& width : widths) width *= available / wanted;
    return widths;
  }

  /// The fewest parts that are not taller than `height`; one where that is of no use.
  std::size_t part_count(double width, double height) {
    if (!is_room_scarce()) return 1;
    for (std::size_t count = 1; count <= max_parts; ++count) {
      if (count > 1 && table_widths(columns_).min > part_width(width, count)) break;
      double tallest = 0;
      for (std::size_t i = 0; i < count; ++i) tallest = std::max(tallest, part(i, count, width).height());
      if (tallest <= height) return count;
    }
    return 1;
  }

  /// One of so many side by side, of about as many rows each.
  TableRows part(std::size_t index, std::size_t count, double width) {
    std::vector<TableRow*> part;
    if (index < headers_.size())
      for (TableRow& row : headers_[index]) part.push_back(&row);
    for (std::size_t i = part_begin(index, count); i < part_begin(index + 1, count); ++i)
      part.push_back(&rows_[i]);
    return {std::move(part), widths_in(part_width(width, count)), style_};
  }

  /// The first row at or behind an even division that no cell from above goes over.
  std::size_t part_begin(std::size_t index, std::size_t count) const {
    const std::size_t length = (rows_.size() + count - 1) / count;
    const std::size_t wanted = std::min(index * length, rows_.size());
    std::size_t begin = 0;
    while (begin < wanted) {
      std::size_t end = begin + 1;
      for (std::size_t i = begin; i < end; ++i)
        for (const TableCell& cell : rows_[i].cells) end = std::max(end, i + cell.row_count);
      begin = end;
    }
    return begin;
  }

  Setting& setting_;
  TableStyle style_;
  double gap_;
  std::vector<Widths> columns_;  ///< padding included
  std::vector<WideCell> wide_cells_;
  std::vector<std::vector<TableRow>> headers_;  ///< one for each part that there could be
  std::vector<TableRow> rows_;
};

}  // namespace

std::unique_ptr<Block> make_block(Setting& setting, const deck::Table& table,
                                  const Surroundings& surroundings) {
  return std::make_unique<TableBlock>(setting, table, surroundings);
}

}  // namespace lectern::typeset
