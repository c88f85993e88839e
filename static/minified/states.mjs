// f15b483fb93984ba
import{pageAt as m}from"./explanations.mjs";import{offerStates as o}from"./state_here.mjs";o(document,m);