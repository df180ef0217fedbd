#include "common/deck/markup/attribute_list.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace lectern::deck {
namespace {

using Kind = Attribute::Kind;

/// "a=1 b ?c": what is unreadable has a question mark before it.
std::string told(std::string_view text) {
  std::string all;
  for (const Attribute& a : read_attributes(text)) {
    all += all.empty() ? "" : " | ";
    if (a.kind == Kind::unreadable) all += "?";
    all += a.name;
    if (a.kind == Kind::valued) all += "=" + a.value;
  }
  return all;
}

TEST(AttributeList, AnyQuotingWillDo) {
  EXPECT_EQ(told("a=\"1 2\" b='3 \"4' c=5 d  e = \"6\""), "a=1 2 | b=3 \"4 | c=5 | d | e=6");
}

TEST(AttributeList, NamesAreInLowerCaseAndReferencesInValuesAreResolved) {
  EXPECT_EQ(told("Data-Notes=\"a &amp; b\" x=\"\""), "data-notes=a & b | x=");
}

TEST(AttributeList, WhatCannotBeReadIsToldAndTheRestCounts) {
  EXPECT_EQ(told("a=“x” b=1"), "?a=“x” | b=1");
  EXPECT_EQ(told("a=\"x b=1"), "?a=\"x | b=1");
  EXPECT_EQ(told("=x b"), "?=x | b");
  EXPECT_EQ(told("a= "), "?a= ");
}

TEST(AttributeList, OffsetsAreThoseOfTheNames) {
  const auto attributes = read_attributes(" ab=1\n cd");
  ASSERT_EQ(attributes.size(), 2u);
  EXPECT_EQ(attributes[0].offset, 1u);
  EXPECT_EQ(attributes[1].offset, 7u);
}

TEST(AttributeList, TheLastOfANameCounts) {
  const auto attributes = read_attributes("a=1 a=2 b");
  ASSERT_TRUE(find_value(attributes, "a"));
  EXPECT_EQ(*find_value(attributes, "a"), "2");
  EXPECT_FALSE(find_value(attributes, "b"));
}

TEST(NearestName, IsAtMostTwoLettersAway) {
  constexpr std::array<std::string_view, 3> known = {"fragment", "fade-out", "grow"};
  EXPECT_EQ(nearest_name("fragmant", known), "fragment");
  EXPECT_EQ(nearest_name("fradment1", known), "fragment");
  EXPECT_EQ(nearest_name("grwo", known), "grow") << "swapped letters are one mistake";
  EXPECT_EQ(nearest_name("grw", known), "grow");
  EXPECT_EQ(nearest_name("gray", known), std::nullopt) << "two letters of a short word";
  EXPECT_EQ(nearest_name("picture", known), std::nullopt);
}

}  // namespace
}  // namespace lectern::deck
